import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { SyncLimits } from '../sync/syncState';
import { CriticalSystem } from '../systems/CriticalSystemStore';
import { Digest, tellingOf } from './digests';
import { loadDuties } from './loadDuties';
import { Messenger } from './Messenger';
import { toNotification } from './toNotification';

/** So many in a row who can't be told are a sign that nobody can. */
const MOST_FAILURES = 20;

/** Digests that are ours to send, and when the recipients were told before. */
interface Claimed {
  digests: Digest[];
  wasToldAt: ReadonlyMap<string, string>;
}

interface NotificationTaskOptions {
  database: GorgiasDatabase;
  messenger: Messenger;
  /** What is allowed, at the time of asking. */
  limits: () => SyncLimits;
  digestIntervalSeconds: number;
  clock: Clock;
}

/** Tells people what has become theirs to do about critical systems. */
export class NotificationTask {
  readonly #options: NotificationTaskOptions;

  constructor(options: NotificationTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { stores } = this.#options.database;
    const systems = await stores.criticalSystems.list();
    await stores.told.forgetOthers(systems.map(({ entityRef }) => entityRef));
    for (const system of systems) {
      await this.#send(system, await this.#claim(system));
    }
  }

  /** Notes what is told before it is sent, so that of two who run this at once only one sends it. */
  async #claim(system: CriticalSystem): Promise<Claimed> {
    const { database, limits, clock, digestIntervalSeconds } = this.#options;
    const { entityRef } = system;
    return database.transaction(async stores => {
      const now = clock.now().toISOString();
      const wasToldAt = await stores.told.recipients(entityRef);
      const { digests, solved } = tellingOf(
        await loadDuties(stores, system, limits()),
        await stores.told.list(entityRef),
        wasToldAt,
        { now, intervalSeconds: digestIntervalSeconds },
      );
      await stores.told.forget(entityRef, solved);
      return {
        digests: await stores.told.add(entityRef, digests, now, wasToldAt),
        wasToldAt,
      };
    });
  }

  async #send(
    system: CriticalSystem,
    { digests, wasToldAt }: Claimed,
  ): Promise<void> {
    const { database, messenger } = this.#options;
    const unsent: Digest[] = [];
    let failures = 0;
    for (const digest of digests) {
      const isSent =
        failures < MOST_FAILURES &&
        (await messenger.send(toNotification(system, digest)));
      failures = isSent ? 0 : failures + 1;
      if (!isSent) {
        unsent.push(digest);
      }
    }
    if (unsent.length > 0) {
      await database.transaction(stores =>
        stores.told.takeBack(system.entityRef, unsent, wasToldAt),
      );
    }
  }
}
