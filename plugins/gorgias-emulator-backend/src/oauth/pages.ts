import escapeHtml from 'escape-html';
import { Account } from '../accounts/Account';
import { GorgiasUser } from '../accounts/seed';
import { AuthorizeRequest } from './authorizeRequest';
import { PASSWORD, passwordsAreOff, ssoProviders } from './logIn';
import { SCOPES } from './scopes';

/** The body of the log-in page. */
export function logInPage(
  account: Account,
  options: { action: string; email: string; problem?: string },
): string {
  const passwords = !passwordsAreOff(account);
  return `
<p class="note">This is a local emulator of Gorgias, and no real account is
behind it. ${
    passwords
      ? `The password of every user who has one is <code>${PASSWORD}</code>.`
      : 'Log-in by password is off for this account.'
  }</p>
${
  options.problem
    ? `<p class="error" role="alert">${escapeHtml(options.problem)}</p>`
    : ''
}
<form method="post" action="${escapeHtml(options.action)}">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${escapeHtml(
    options.email,
  )}">
${
  passwords
    ? `<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<div class="buttons"><button class="primary" type="submit">Log in</button></div>`
    : ''
}
${ssoProviders(account)
  .map(
    ({ id, name }) =>
      `<div class="buttons"><button type="submit" name="provider" value="${escapeHtml(
        id,
      )}" formnovalidate>Log in with ${escapeHtml(name)}</button></div>`,
  )
  .join('\n')}
</form>`;
}

/** The body of the page that asks whether to let the app in. */
export function consentPage(
  account: Account,
  options: {
    clientId: string;
    user: GorgiasUser;
    request: AuthorizeRequest;
    action: string;
    logOutUrl: string;
  },
): string {
  const { clientId, user, request } = options;
  return `
<p>You are logged in to <strong>${escapeHtml(account.subdomain)}</strong> as
<strong>${escapeHtml(user.name)}</strong> (${escapeHtml(user.email ?? '')}).
<a href="${escapeHtml(options.logOutUrl)}">Use another account</a></p>
<p id="asks"><strong>${escapeHtml(clientId)}</strong> asks to:</p>
<ul aria-labelledby="asks">
${request.scopes
  .map(
    scope =>
      `<li>${escapeHtml(SCOPES.get(scope) ?? scope)} <code>${escapeHtml(
        scope,
      )}</code></li>`,
  )
  .join('\n')}
</ul>
<form method="post" action="${escapeHtml(options.action)}" class="buttons">
<button class="primary" type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</form>
<p class="note">This is a local emulator of Gorgias. You will be sent to
${escapeHtml(new URL(request.redirectUri).origin)}.</p>`;
}
