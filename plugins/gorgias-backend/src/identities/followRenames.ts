import { Stores } from '../database';

/**
 * Lets everything that is known of whose accounts are go on to people whose
 * entity refs were changed, by the refs they had. To be called in the
 * transaction that renames them.
 */
export async function followRenames(
  stores: Pick<
    Stores,
    | 'identityLinks'
    | 'identityMatches'
    | 'identityAssignments'
    | 'identityChanges'
  >,
  renames: ReadonlyMap<string, string>,
): Promise<void> {
  if (renames.size > 0) {
    await stores.identityLinks.rename(renames);
    await stores.identityMatches.rename(renames);
    await stores.identityAssignments.rename(renames);
    await stores.identityChanges.rename(renames);
  }
}
