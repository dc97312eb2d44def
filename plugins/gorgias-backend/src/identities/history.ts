import { AssignedIdentity } from 'backstage-plugin-gorgias-common';
import { Change } from '../history/HistoryStore';
import { identityEtagOf, IdentityLink } from './identity';
import { AssignmentStates } from './IdentityAssignmentStore';

/** What became different by an assignment, an entry for each account of which something did. */
export function assignmentChanges(
  entityRef: string,
  change: { before: AssignmentStates; after: AssignmentStates },
  by: string,
  at: string,
): Change[] {
  return [...change.after].flatMap(([accountId, after]) => {
    const before = change.before.get(accountId) ?? null;
    const staffRef = staffRefOf(after) ?? staffRefOf(before);
    return identityEtagOf(before) === identityEtagOf(after)
      ? []
      : [
          {
            entityRef,
            at,
            kind: 'identity' as const,
            accountId,
            ...(staffRef && { staffRef }),
            by,
            before: before && { ...before },
            after: after && { ...after },
          },
        ];
  });
}

/** That accounts were found to be somebody's by their e-mail addresses. */
export function linkChanges(
  entityRef: string,
  links: readonly IdentityLink[],
): Change[] {
  return links.map(({ accountId, staffRef, email, linkedAt }) => ({
    entityRef,
    at: linkedAt,
    kind: 'identity',
    accountId,
    staffRef,
    before: null,
    after: { staffRef, email },
  }));
}

function staffRefOf(assigned: AssignedIdentity | null): string | undefined {
  return assigned?.assignment.type === 'staff-member'
    ? assigned.assignment.staffRef
    : undefined;
}
