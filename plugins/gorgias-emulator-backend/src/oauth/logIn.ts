import { Account } from '../accounts/Account';
import { fromGorgiasDatetime } from '../accounts/datetime';
import { GorgiasUser } from '../accounts/seed';

/** The password of every user who has one. */
export const PASSWORD = 'acme-password';

/** A way to log in through somebody else, such as Google. */
export interface SsoProvider {
  /** As it is in the `meta.sso` of a user. */
  id: string;
  name: string;
}

/** The SSO providers that are on for an account. */
export function ssoProviders({ access }: Account): SsoProvider[] {
  return [
    ...(access.google_sso_enabled ? [{ id: 'google', name: 'Google' }] : []),
    ...(access.office365_sso_enabled
      ? [{ id: 'office365', name: 'Microsoft' }]
      : []),
    ...Object.entries(access.custom_sso_providers ?? {}).map(
      ([id, { name }]) => ({ id, name }),
    ),
  ];
}

/** Whether SSO is mandatory by now, so that passwords are off. */
export function passwordsAreOff({ access, now }: Account): boolean {
  const enforcedFrom = access.sso_enforced_datetime;
  return Boolean(enforcedFrom && fromGorgiasDatetime(enforcedFrom) <= now());
}

/** Finds the user who logs in, or says why the log-in is refused. */
export function logIn(
  account: Account,
  form: { email: string; password: string; provider?: string },
): GorgiasUser | { problem: string } {
  const user = account.users.findByEmail(form.email);
  const usable = user && !user.client_id && user.role.name !== 'bot';
  if (form.provider !== undefined) {
    const provider = ssoProviders(account).find(
      ({ id }) => id === form.provider,
    );
    if (!usable || !provider || user.meta?.sso !== provider.id) {
      return {
        problem: `No user with this e-mail address logs in with ${
          provider?.name ?? form.provider
        }.`,
      };
    }
  } else if (passwordsAreOff(account)) {
    return { problem: 'Log-in by password is off for this account.' };
  } else if (!usable || !user.has_password || form.password !== PASSWORD) {
    return { problem: 'The e-mail address or the password is wrong.' };
  }
  return user.active
    ? user
    : { problem: 'This user is deactivated and cannot log in.' };
}
