import { POPULATION_KINDS } from 'backstage-plugin-gorgias-evidence';
import { GorgiasDatabase } from '../database';

/**
 * Removes the bodies of entries that are older than they are to be kept,
 * never the entries: the chain can be verified for ever. Who had access is
 * kept from the last snapshot before that on, without which later populations
 * could not be put together.
 */
export async function removeOldBodies(
  database: GorgiasDatabase,
  retentionSeconds: number,
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - retentionSeconds * 1000);
  await database.transaction(({ ledger }) =>
    ledger.removeBodies(before.toISOString(), POPULATION_KINDS.snapshot),
  );
}
