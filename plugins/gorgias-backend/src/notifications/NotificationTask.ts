import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { SyncLimits } from '../sync/syncState';
import { CriticalSystem } from '../systems/CriticalSystemStore';
import { Digest, tellingOf } from './digests';
import { loadDuties } from './loadDuties';
import { Messenger } from './Messenger';
import { toNotification } from './toNotification';

/** A digest that is ours to send, and when the recipient was told before. */
interface Claimed {
  digest: Digest;
  before: string | undefined;
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
      for (const claimed of await this.#claim(system)) {
        await this.#send(system, claimed);
      }
    }
  }

  /** Notes what is told before it is sent, so that of two who run this at once only one sends it. */
  async #claim(system: CriticalSystem): Promise<Claimed[]> {
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
      const claimed: Claimed[] = [];
      for (const digest of digests) {
        const before = wasToldAt.get(digest.recipient);
        if (await stores.told.add(entityRef, digest, now, before)) {
          claimed.push({ digest, before });
        }
      }
      return claimed;
    });
  }

  async #send(
    system: CriticalSystem,
    { digest, before }: Claimed,
  ): Promise<void> {
    const { database, messenger } = this.#options;
    if (!(await messenger.send(toNotification(system, digest)))) {
      await database.transaction(stores =>
        stores.told.takeBack(system.entityRef, digest, before),
      );
    }
  }
}
