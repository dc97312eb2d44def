import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { SyncLimits } from '../sync/syncState';
import { CriticalSystem } from '../systems/CriticalSystemStore';
import { Digest, tellingOf } from './digests';
import { loadDuties, loadDutyGrounds } from './loadDuties';
import { Messenger } from './Messenger';
import { toNotification } from './toNotification';

/** So many in a row who can't be told are a sign that nobody can. */
const MOST_FAILURES = 20;

/** Digests that are ours to send, and when the recipients were told before. */
interface Claimed {
  digests: Digest[];
  wasToldAt: ReadonlyMap<string, string>;
  /** How it will be once they are sent. */
  settled: Settled;
}

/** That everybody has been told of a system. */
interface Settled {
  /** What that hangs on. */
  grounds: string;
  /** When somebody is to be told who was told lately. */
  nextAt: string | null;
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
  /** By entity ref. A large system has tens of thousands of duties, which are not looked at each minute. */
  readonly #settled = new Map<string, Settled>();

  constructor(options: NotificationTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { stores } = this.#options.database;
    const systems = await stores.criticalSystems.list();
    const entityRefs = systems.map(({ entityRef }) => entityRef);
    await stores.told.forgetOthers(entityRefs);
    for (const known of this.#settled.keys()) {
      if (!entityRefs.includes(known)) this.#settled.delete(known);
    }
    for (const system of systems) {
      const claimed = await this.#claim(system);
      if (claimed) {
        await this.#send(system, claimed);
      }
    }
  }

  /**
   * Notes what is told before it is sent, so that of two who run this at once
   * only one sends it: the first to note it for a recipient who was last told
   * when both had read. Nobody waits while all of it is read, which may take
   * a while.
   *
   * @returns `undefined` when everybody has been told, as far as this process knows
   */
  async #claim(system: CriticalSystem): Promise<Claimed | undefined> {
    const { database, limits, clock, digestIntervalSeconds } = this.#options;
    const { entityRef } = system;
    const { stores } = database;
    const now = clock.now().toISOString();
    // First, so that what changes meanwhile is looked at the next time.
    const hangsOn = await loadDutyGrounds(stores, system, limits());
    const grounds = JSON.stringify(hangsOn);
    const known = this.#settled.get(entityRef);
    if (known?.grounds === grounds && !(known.nextAt && known.nextAt <= now)) {
      return undefined;
    }
    // Before what was told, so that nobody's is read who is told in between.
    const wasToldAt = await stores.told.recipients(entityRef);
    const { digests, solved, nextAt } = tellingOf(
      await loadDuties(stores, entityRef, hangsOn),
      await stores.told.list(entityRef),
      wasToldAt,
      { now, intervalSeconds: digestIntervalSeconds },
    );
    return database.transaction(async ({ told }) => {
      await told.forget(entityRef, solved);
      return {
        digests: await told.add(entityRef, digests, now, wasToldAt),
        wasToldAt,
        settled: { grounds, nextAt },
      };
    });
  }

  async #send(
    system: CriticalSystem,
    { digests, wasToldAt, settled }: Claimed,
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
    if (unsent.length === 0) {
      this.#settled.set(system.entityRef, settled);
      return;
    }
    await database.transaction(stores =>
      stores.told.takeBack(system.entityRef, unsent, wasToldAt),
    );
  }
}
