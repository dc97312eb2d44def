import { GorgiasDatabase } from '../database';

/** So many at once; the longer others wait, the fewer transactions there are. */
const BATCH_SIZE = 500;

/**
 * Gives everything that is pending its place in the chain. Several replicas
 * may do so at once: they take turns, batch by batch.
 */
export async function chainPending(
  database: GorgiasDatabase,
  signal?: AbortSignal,
): Promise<void> {
  let chained: number;
  do {
    signal?.throwIfAborted();
    chained = await database.transaction(({ ledger }) =>
      ledger.chain(BATCH_SIZE),
    );
  } while (chained === BATCH_SIZE);
}
