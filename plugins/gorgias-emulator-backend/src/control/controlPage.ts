import escapeHtml from 'escape-html';
import { Account } from '../accounts/Account';
import { accountForms } from './accountForms';
import { userRow } from './userRow';

/** The body of the page on which a person changes the accounts. */
export function controlPage(
  accounts: Account[],
  options: { controlUrl: string; selected: string },
): string {
  const selected = accounts.some(a => a.subdomain === options.selected)
    ? options.selected
    : accounts[0]?.subdomain;
  return `
<p class="note">Nothing here is real, and all of it is forgotten when the
process ends. The same can be done over HTTP with JSON, under
<code>${escapeHtml(options.controlUrl)}/accounts</code>.</p>
${accounts
  .map(account => accountSection(account, options.controlUrl, selected))
  .join('\n')}`;
}

function accountSection(
  account: Account,
  controlUrl: string,
  selected: string | undefined,
): string {
  const { subdomain } = account;
  const users = account.users.all();
  const url = `${controlUrl}/accounts/${subdomain}`;
  return `
<details id="${subdomain}"${subdomain === selected ? ' open' : ''}>
<summary>${subdomain} (${users.length} users)</summary>
<p>Address <code>${escapeHtml(account.url)}</code>, plan ${account.plan},
${account.requests.toJSON().total} requests so far,
${
  account.grants.all().filter(({ revoked }) => !revoked).length
} grants in force,
API key ${account.apiKey === undefined ? 'revoked' : 'in force'}.
Faults: <code>${escapeHtml(JSON.stringify(account.faults.settings))}</code></p>
<div class="controls">
${accountForms(url, subdomain)}
</div>
<div class="scroll" role="region" aria-label="Users of ${subdomain}" tabindex="0">
<table>
<thead><tr>${[
    'Id',
    'Name',
    'E-mail',
    'Role',
    'State',
    '2FA',
    'Log-in',
    'Change',
  ]
    .map(heading => `<th scope="col">${heading}</th>`)
    .join('')}</tr></thead>
<tbody>
${users.map(user => userRow(`${url}/users/${user.id}`, user)).join('\n')}
</tbody>
</table>
</div>
</details>`;
}
