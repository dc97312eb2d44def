import { SystemFacts } from '../checks/SystemFacts';
import { etagOf } from '../etags';

/**
 * Stands for the facts that a preview of an access rule rests on, and for
 * nothing else: a sync that finds nothing new keeps it.
 */
export function factsVersion(facts: SystemFacts): string {
  const { isCritical, rule, now } = facts;
  return etagOf({
    isCritical,
    rule: rule ?? null,
    endedNames: (rule?.people ?? [])
      .filter(({ until }) => until <= now)
      .map(({ subject }) => subject),
    accounts: sorted(
      facts.accounts.map(({ id, state, kind, gorgiasRole }) => {
        const identity = facts.identities.get(id)!;
        return [
          id,
          state,
          kind,
          gorgiasRole,
          identity.type,
          identity.type === 'staff-member' ? identity.staffRef : null,
        ];
      }),
    ),
    staff: sorted(
      facts.staff.map(({ entityRef, state, orgRoles }) => [
        entityRef,
        state,
        sorted(orgRoles),
      ]),
    ),
    orgRoles: sorted(facts.orgRoles),
    exceptions: sorted(
      facts.exceptions
        .filter(
          ({ checkId, status, until }) =>
            checkId === 'access-valid' && status === 'approved' && until > now,
        )
        .map(({ id }) => id),
    ),
  });
}

/** In an order that does not depend on the one they were read in. */
function sorted(items: readonly unknown[]): string[] {
  return items.map(item => JSON.stringify(item)).sort();
}
