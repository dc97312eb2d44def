import { LoggerService } from '@backstage/backend-plugin-api';
import { TracingService } from '@backstage/backend-plugin-api/alpha';
import {
  publicKeyOf,
  SignedHead,
  signHead,
  SigningKey,
} from 'backstage-plugin-gorgias-evidence';
import { GorgiasHeadRecipient } from 'backstage-plugin-gorgias-node';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';

interface HeadSignerOptions {
  database: GorgiasDatabase;
  key: SigningKey | undefined;
  intervalSeconds: number;
  recipients: readonly GorgiasHeadRecipient[];
  logger: LoggerService;
  tracing: TracingService;
  clock: Clock;
}

/** Says, signed, where the chain ends, and tells it to external logs. */
export class HeadSigner {
  readonly #options: HeadSignerOptions;

  /** @throws Error when the id of the key is that of another, which signed before */
  static async create(options: HeadSignerOptions): Promise<HeadSigner> {
    const { key, database, clock } = options;
    if (key) {
      const publicKey = publicKeyOf(key.privateKey);
      const kept = await database.stores.ledgerHeads.keepKey({
        keyId: key.keyId,
        publicKey,
        firstUsedAt: clock.now().toISOString(),
      });
      if (kept.publicKey !== publicKey) {
        throw new Error(
          `gorgias.evidence.signing.keyId: another key named ${key.keyId} has signed before; give the new key a name of its own`,
        );
      }
    }
    return new HeadSigner(options);
  }

  private constructor(options: HeadSignerOptions) {
    this.#options = options;
  }

  get key(): SigningKey | undefined {
    return this.#options.key;
  }

  /** Signs where the chain ends, if that is due. */
  async signIfDue(): Promise<void> {
    const { clock, intervalSeconds } = this.#options;
    const due = new Date(clock.now().getTime() - intervalSeconds * 1000);
    const now = clock.now().toISOString();
    await this.#sign(
      (last, tip) =>
        last === undefined ||
        last.signedAt <= due.toISOString() ||
        // A clock that was ahead signed it: its hour would never be over.
        (last.signedAt > now && last.sequence < tip.sequence),
    );
  }

  /** Signs where the chain ends, now. */
  async sign(): Promise<SignedHead> {
    return (await this.#sign(() => true))!;
  }

  /** Tells external logs of heads they were not told of, the oldest first. What does not work now is tried again. */
  async tellRecipients(): Promise<void> {
    const { database, recipients, logger } = this.#options;
    const { ledgerHeads } = database.stores;
    for (const { id, receive } of recipients) {
      try {
        let next = await ledgerHeads.nextFor(id);
        while (next) {
          await receive(next.head);
          await ledgerHeads.noteTold(id, next.number);
          next = await ledgerHeads.nextFor(id);
        }
      } catch (error) {
        logger.warn(
          `Could not tell ${id} where the ledger ends, so it is tried again: ${error}`,
        );
      }
    }
  }

  #sign(
    isDue: (last: SignedHead | undefined, tip: { sequence: number }) => boolean,
  ): Promise<SignedHead | undefined> {
    const { database, key, tracing, clock } = this.#options;
    return database.transaction(async ({ ledger, ledgerHeads }) => {
      // Also makes replicas take turns, so that one of them signs.
      const tip = await ledger.lockTip();
      const last = await ledgerHeads.last();
      if (!isDue(last, tip)) {
        return undefined;
      }
      return tracing.startActiveSpan('gorgias sign ledger head', async () => {
        const now = clock.now().toISOString();
        const head = signHead(
          {
            ...tip,
            // Clocks of replicas differ; the order of heads does not.
            signedAt: last && last.signedAt > now ? last.signedAt : now,
          },
          key,
        );
        await ledgerHeads.add(head);
        return head;
      });
    });
  }
}
