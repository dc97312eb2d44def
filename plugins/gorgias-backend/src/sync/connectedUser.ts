import { AccountFacts } from '../accounts/account';
import { Connection } from '../connections/ConnectionStore';
import { REQUIRED_SCOPES } from '../gorgias/GorgiasOAuth';
import { gorgiasRoleTitle } from 'backstage-plugin-gorgias-common';

const WHO_CAN_MEND =
  'Somebody who is an admin in Gorgias and in Backstage has to reconnect.';

/**
 * What endangers a connection that still works: it has the rights of one
 * Gorgias user, and these may end.
 */
export function warningOf(
  connection: Connection,
  accounts: readonly AccountFacts[],
): string | null {
  const missing = missingScopes(connection);
  if (missing.length > 0) {
    return `The grant no longer has ${missing.join(
      ', ',
    )}, and what Gorgias tells only with that is unknown. ${WHO_CAN_MEND}`;
  }
  const { id, name, email } = connection.gorgiasUser;
  const who = name ?? email ?? `user ${id}`;
  const user = accounts.find(account => account.id === id);
  if (!user) {
    return `The connection has the rights of ${who}, who is no longer a user of Gorgias. It may end at any time. ${WHO_CAN_MEND}`;
  }
  if (user.state !== 'active') {
    return `The connection has the rights of ${who}, who is deactivated in Gorgias. It may end at any time. ${WHO_CAN_MEND}`;
  }
  return user.gorgiasRole === 'admin'
    ? null
    : `The connection has the rights of ${who}, who is no longer an admin in Gorgias (now ${gorgiasRoleTitle(
        user.gorgiasRole,
      )}). Sign-in settings may not be readable, and what they would say is unknown. ${WHO_CAN_MEND}`;
}

/** Why Gorgias refuses a connection for good, and who can mend that. */
export function reasonOfRefusal(connection: Connection): string {
  const { gorgiasUser } = connection;
  const who = gorgiasUser.name ?? gorgiasUser.email ?? gorgiasUser.id;
  const missing = missingScopes(connection);
  return missing.length > 0
    ? `The grant lacks ${missing.join(
        ', ',
      )}, so Gorgias refuses to be read. ${WHO_CAN_MEND}`
    : `Gorgias refuses to be read with the rights of ${who}: the user was deactivated or may not do this any more, or the grant was ended. ${WHO_CAN_MEND}`;
}

/** Needed scopes that the grant lacks, where Gorgias has told what it has. */
function missingScopes({ method, scopes }: Connection): string[] {
  return method === 'oauth' && scopes.length > 0
    ? REQUIRED_SCOPES.filter(scope => !scopes.includes(scope))
    : [];
}
