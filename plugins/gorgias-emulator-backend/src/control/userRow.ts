import escapeHtml from 'escape-html';
import { GorgiasUser } from '../accounts/seed';
import { form, roleOptions } from './formHtml';

/** The row of a user, with buttons that change the user. */
export function userRow(url: string, user: GorgiasUser): string {
  const name = escapeHtml(user.name);
  const role = user.role.name;
  const button = (
    text: string,
    fields: string,
    attributes = '',
    method = 'PATCH',
  ) =>
    form(
      url,
      `${fields}<button type="submit"${attributes} aria-label="${text} ${name}">${text}</button>`,
      method,
    );
  const set = (field: string, value: boolean) =>
    `<input type="hidden" name="${field}:json" value="${value}">`;
  return `<tr${user.active ? '' : ' class="inactive"'}>
<td>${user.id}</td>
<th scope="row">${name}</th>
<td>${escapeHtml(user.email ?? 'none')}</td>
<td>${escapeHtml(role)}</td>
<td>${user.active ? 'active' : 'deactivated'}</td>
<td>${twoFactorInWords(user)}</td>
<td>${escapeHtml(logInInWords(user))}</td>
<td>
${
  user.active
    ? button('Deactivate', set('active', false))
    : button('Reactivate', set('active', true))
}
${
  user.has_2fa_enabled
    ? button('Turn 2FA off', set('has_2fa_enabled', false))
    : button('Turn 2FA on', set('has_2fa_enabled', true))
}
${button(
  'Change role',
  `<select name="role" aria-label="New role of ${name}">${roleOptions(
    role,
  )}</select>`,
)}
${button('Delete', '', ' class="danger"', 'DELETE')}
</td>
</tr>`;
}

function twoFactorInWords({ has_2fa_enabled }: GorgiasUser): string {
  if (has_2fa_enabled === undefined || has_2fa_enabled === null) {
    return 'not told';
  }
  return has_2fa_enabled ? 'on' : 'off';
}

function logInInWords({ has_password, meta }: GorgiasUser): string {
  const ways = [has_password && 'password', meta?.sso].filter(Boolean);
  return ways.join(', ') || 'none';
}
