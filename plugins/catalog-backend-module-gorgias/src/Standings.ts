import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { GorgiasClient, SystemListItem } from 'backstage-plugin-gorgias-common';
import { GorgiasService } from 'backstage-plugin-gorgias-node';

/** How long what was read is taken for true. The catalog looks at an entity every two minutes or so. */
const KEPT_MILLISECONDS = 60_000;
/** How long the catalog is held up at most. */
const PATIENCE_MILLISECONDS = 10_000;
const PAGE = 100;

/** How the critical systems stand, by entity ref. */
export type SystemsByRef = ReadonlyMap<string, SystemListItem>;

/** Reads how the critical systems stand, once for all entities that are processed meanwhile. */
export class Standings {
  readonly #auth: AuthService;
  readonly #gorgias: GorgiasService;
  readonly #logger: LoggerService;
  readonly #patience: number;
  #kept?: { until: number; systems: Promise<SystemsByRef | undefined> };
  #isUnreachable = false;

  constructor(options: {
    auth: AuthService;
    gorgias: GorgiasService;
    logger: LoggerService;
    patienceMilliseconds?: number;
  }) {
    this.#auth = options.auth;
    this.#gorgias = options.gorgias;
    this.#logger = options.logger;
    this.#patience = options.patienceMilliseconds ?? PATIENCE_MILLISECONDS;
  }

  /** Never throws; `undefined` while the plugin does not answer, which is kept as well. */
  read(): Promise<SystemsByRef | undefined> {
    if (!this.#kept || Date.now() >= this.#kept.until) {
      this.#kept = {
        until: Date.now() + KEPT_MILLISECONDS,
        systems: this.#readNow(),
      };
    }
    return this.#kept.systems;
  }

  async #readNow(): Promise<SystemsByRef | undefined> {
    try {
      const systems = await within(this.#patience, this.#list());
      if (this.#isUnreachable) {
        this.#isUnreachable = false;
        this.#logger.info('The Gorgias plugin answers again');
      }
      return systems;
    } catch (error) {
      if (!this.#isUnreachable) {
        this.#isUnreachable = true;
        this.#logger.warn(
          `Could not ask the Gorgias plugin how systems stand; until it answers, their entities say that this is not known: ${stringifyError(
            error,
          )}`,
        );
      }
      return undefined;
    }
  }

  async #list(): Promise<SystemsByRef> {
    const client: GorgiasClient = this.#gorgias.as(
      await this.#auth.getOwnServiceCredentials(),
    );
    const systems = new Map<string, SystemListItem>();
    let cursor: string | undefined;
    do {
      const page = await client.listSystems({ limit: PAGE, cursor });
      page.items.forEach(system => systems.set(system.entityRef, system));
      cursor = page.nextCursor;
    } while (cursor);
    return systems;
  }
}

/** Rejects when something takes longer than a time. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`No answer within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
