import {
  AccountDetails,
  AccountFilter,
  AccountOrder,
  AccountRow,
  Identity,
  IdentityAssignment,
  IdentityChange,
  IdentitySuggestion,
  Page,
  PageRequest,
  PutIdentitiesRequest,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import { accountRow, unidentifiedAccount } from './fixtures';
import { ADMIN, FakeSystem } from './FakeSystem';
import { page } from './page';

function identityOf(assignment: IdentityAssignment): Identity {
  const ground = `${ADMIN} said so.`;
  switch (assignment.type) {
    case 'automatic':
      return { type: 'unidentified', ground: 'Nobody said.', candidates: [] };
    case 'staff-member':
      return {
        type: assignment.type,
        staffRef: assignment.staffRef,
        displayName: assignment.staffRef,
        staffState: 'current',
        ground,
      };
    default:
      return { ...assignment, ground };
  }
}

function matches(account: AccountRow, filter: AccountFilter): boolean {
  const { search = '', check, status, state } = filter;
  const { gorgiasRole, orgRole, identity } = filter;
  const { id, name, email } = account;
  return (
    `${name} ${email} ${id}`.toLowerCase().includes(search.toLowerCase()) &&
    (!state || account.state === state) &&
    (gorgiasRole === undefined ||
      (account.gorgiasRole ?? '') === gorgiasRole) &&
    (!orgRole || account.orgRoles.includes(orgRole)) &&
    (!identity || account.identity.type === identity) &&
    account.verdicts.some(
      verdict =>
        (!check || verdict.checkId === check) &&
        (!status || verdict.status === status),
    )
  );
}

/** What an account is put in order by. */
function keyOf(
  account: AccountRow,
  orderBy: NonNullable<AccountOrder['orderBy']>,
): string {
  switch (orderBy) {
    case 'identity':
      return account.identity.type;
    case 'status':
      return String(VERDICT_STATUSES.indexOf(account.status));
    default:
      return account[orderBy] ?? '';
  }
}

function inOrder(accounts: AccountRow[], request: AccountOrder): AccountRow[] {
  const { orderBy = 'createdAt', order } = request;
  const sign = order === 'desc' ? -1 : 1;
  return [...accounts].sort(
    (a, b) => sign * keyOf(a, orderBy).localeCompare(keyOf(b, orderBy)),
  );
}

/** The accounts of the system, and what is said of them. */
export class FakeAccounts extends FakeSystem {
  accounts: AccountRow[] = [accountRow(), unidentifiedAccount()];
  suggestions: IdentitySuggestion[] = [];
  #changes = new Map<string, AccountRow[]>();

  async listAccounts(
    _entityRef: string,
    request: AccountFilter & AccountOrder & PageRequest = {},
  ): Promise<Page<AccountRow>> {
    return page(this.#found(request), request);
  }

  async exportAccounts(
    _entityRef: string,
    request: AccountFilter & AccountOrder = {},
  ): Promise<string> {
    const ids = this.#found(request).map(({ id }) => id);
    return ['id', ...ids, ''].join('\r\n');
  }

  async getAccount(
    _entityRef: string,
    accountId: string,
  ): Promise<AccountDetails> {
    const account = [...this.accounts, ...this.summary.ownAccounts].find(
      ({ id }) => id === accountId,
    );
    if (!account) {
      throw new Error(`There is no account ${accountId}`);
    }
    return {
      ...account,
      suggestions:
        account.identity.type === 'unidentified' ? this.suggestions : [],
    };
  }

  async putIdentities(
    _entityRef: string,
    { accounts, assignment }: PutIdentitiesRequest,
  ): Promise<IdentityChange> {
    const id = `change-${this.#changes.size + 1}`;
    const chosen = accounts.map(account => account.id);
    this.#changes.set(
      id,
      this.accounts.filter(account => chosen.includes(account.id)),
    );
    const at = new Date().toISOString();
    const assigned =
      assignment.type === 'automatic'
        ? undefined
        : { assignment, assignedBy: ADMIN, assignedAt: at };
    this.accounts = this.accounts.map(account =>
      chosen.includes(account.id)
        ? {
            ...account,
            identity: identityOf(assignment),
            assigned,
            identityEtag: `${account.identityEtag}+`,
          }
        : account,
    );
    return { id, changedAt: at, changedBy: ADMIN, accountIds: chosen };
  }

  async undoIdentityChange(
    _entityRef: string,
    changeId: string,
  ): Promise<IdentityChange> {
    const before = this.#changes.get(changeId) ?? [];
    this.accounts = this.accounts.map(
      account => before.find(({ id }) => id === account.id) ?? account,
    );
    const at = new Date().toISOString();
    return {
      id: changeId,
      changedAt: at,
      changedBy: ADMIN,
      accountIds: before.map(({ id }) => id),
      undoneAt: at,
      undoneBy: ADMIN,
    };
  }
  #found(request: AccountFilter & AccountOrder): AccountRow[] {
    const { actions, ownAccounts } = this.summary;
    const visible = actions.includes('read-accounts')
      ? this.accounts
      : ownAccounts;
    return inOrder(
      visible.filter(account => matches(account, request)),
      request,
    );
  }
}
