import {
  gorgiasRoleTitle,
  Message,
  message,
  MessageParam,
} from 'backstage-plugin-gorgias-common';
import { AccountFacts } from '../accounts/account';
import { Connection } from '../connections/ConnectionStore';
import { REQUIRED_SCOPES } from '../gorgias/GorgiasOAuth';

/**
 * What endangers a connection that still works: it has the rights of one
 * Gorgias user, and these may end.
 */
export function warningOf(
  connection: Connection,
  accounts: readonly AccountFacts[],
): Message | null {
  const missing = missingScopes(connection);
  if (missing.length > 0) {
    return message('connection.scopesLost', { scopes: listed(missing) });
  }
  const { id, name, email } = connection.gorgiasUser;
  const who = { name: name ?? email ?? `user ${id}` };
  const user = accounts.find(account => account.id === id);
  if (!user) {
    return message('connection.userGone', who);
  }
  if (user.state !== 'active') {
    return message('connection.userDeactivated', who);
  }
  return user.gorgiasRole === 'admin'
    ? null
    : message('connection.userNoAdmin', {
        ...who,
        gorgiasRole: gorgiasRoleTitle(user.gorgiasRole),
      });
}

/** Why Gorgias refuses a connection for good, and who can mend that. */
export function reasonOfRefusal(connection: Connection): Message {
  const { gorgiasUser } = connection;
  const who = gorgiasUser.name ?? gorgiasUser.email ?? gorgiasUser.id;
  const missing = missingScopes(connection);
  return missing.length > 0
    ? message('connection.scopesMissing', { scopes: listed(missing) })
    : message('connection.refused', { name: who });
}

function listed(list: string[]): MessageParam {
  return { list, join: 'comma' };
}

/** Needed scopes that the grant lacks, where Gorgias has told what it has. */
function missingScopes({ method, scopes }: Connection): string[] {
  return method === 'oauth' && scopes.length > 0
    ? REQUIRED_SCOPES.filter(scope => !scopes.includes(scope))
    : [];
}
