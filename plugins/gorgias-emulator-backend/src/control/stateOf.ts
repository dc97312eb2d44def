import { Account } from '../accounts/Account';

/** All that can be seen of an account from outside of its API; no tokens or keys. */
export function stateOf(account: Account) {
  return {
    subdomain: account.subdomain,
    users: account.users.all(),
    settings: account.settings,
    behaviour: account.behaviour,
    faults: account.faults.settings,
    events: account.events.all(),
    requests: account.requests.toJSON(),
    grants: account.grants.all(),
    apiKeyRevoked: account.apiKey === undefined,
  };
}
