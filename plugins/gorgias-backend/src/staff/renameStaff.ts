import { Stores } from '../database';
import { followRenames as followInIdentities } from '../identities/followRenames';
import { followRenames as followInRules } from '../rules/followRenames';
import { everySystem } from './everySystem';
import { Renamed } from './pairStaff';

/**
 * Lets everything that refers to staff members follow when their entity refs
 * change: what is known of them, whose accounts are, and what was decided.
 * What people did themselves is kept under the ref they did it with. To be
 * called in the transaction that then writes the staff.
 *
 * @returns entity refs of the systems whose access rules changed
 */
export async function renameStaff(
  stores: Stores,
  renamed: readonly Renamed[],
  at: string,
): Promise<string[]> {
  if (renamed.length === 0) {
    return [];
  }
  const became = new Map(renamed.map(({ from, to }) => [from, to]));
  await stores.staff.rename(renamed);
  await stores.offboardings.rename(renamed);
  await stores.revocations.rename(renamed);
  await followInIdentities(stores, became);
  await followInExceptions(stores, became);
  return followInRules(stores, renamed, at);
}

/** An exception was given for a person, not for how the catalog calls them. */
async function followInExceptions(
  stores: Pick<Stores, 'connections' | 'criticalSystems' | 'exceptions'>,
  became: ReadonlyMap<string, string>,
): Promise<void> {
  for (const entityRef of await everySystem(stores)) {
    for (const exception of await stores.exceptions.listOpen(entityRef)) {
      const { status, facts } = exception;
      const staffRef = became.get(String(facts.staffRef));
      if (staffRef) {
        await stores.exceptions.update(
          { ...exception, facts: { ...facts, staffRef } },
          status,
        );
      }
    }
  }
}
