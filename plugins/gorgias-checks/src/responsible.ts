import { AccountSubject } from './subjects';

/**
 * Who is asked to act on what fails for an account: who answers for it by its
 * class, or the person's manager or group, or as the last resort the owner
 * of the system.
 *
 * @public
 */
export function responsibleFor({
  identity,
  staffMember,
  existing,
  systemOwner,
}: Pick<
  AccountSubject,
  'identity' | 'staffMember' | 'existing' | 'systemOwner'
>): string | undefined {
  if (identity.type === 'service-account' || identity.type === 'external') {
    return existing.has(identity.owner) ? identity.owner : systemOwner;
  }
  const candidates = staffMember
    ? [staffMember.manager, ...staffMember.groups]
    : [];
  // Somebody who has left can't act.
  return (
    candidates.find(ref => ref !== null && existing.has(ref)) ?? systemOwner
  );
}
