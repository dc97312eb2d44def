import { parse, serialize } from 'cookie';
import escapeHtml from 'escape-html';
import express, { Request, RequestHandler, Response } from 'express';
import Router from 'express-promise-router';
import { Account } from '../accounts/Account';
import { page } from '../html';
import {
  AuthorizeRequest,
  parseAuthorizeRequest,
  redirectWith,
} from './authorizeRequest';
import { logIn } from './logIn';
import { OAuthApp } from './OAuthApp';
import { consentPage, logInPage } from './pages';
import { limitScopes } from './scopes';

const COOKIE = 'gorgias_emulator_session';

/**
 * The pages of `/oauth/authorize`: log-in, consent, and back to the app. The
 * app's request travels in the query of every step and is checked anew.
 */
export function createAuthorizeRouter(account: Account, app: OAuthApp) {
  const router = Router();
  const form = express.urlencoded({ extended: false });

  const withRequest =
    (
      handle: (req: Request, res: Response, asked: AuthorizeRequest) => void,
    ): RequestHandler =>
    (req, res) => {
      const parsed = parseAuthorizeRequest(queryOf(req), app);
      if (parsed.outcome === 'valid') {
        handle(req, res, parsed.request);
      } else if (parsed.outcome === 'refused') {
        res.redirect(parsed.redirectTo);
      } else {
        page(res, {
          status: 400,
          title: 'This app cannot be connected',
          body: `<p class="error" role="alert">${escapeHtml(
            parsed.problem,
          )}</p>`,
        });
      }
    };

  const granted = (scopes: string[]) =>
    limitScopes(scopes, account.behaviour.scopesGranted);

  const step = (req: Request, name: string) =>
    `${account.url}/oauth/${name}?${queryOf(req)}`;

  const askToLogIn = (req: Request, res: Response, problem?: string) =>
    page(res, {
      status: problem ? 401 : 200,
      title: `Log in to ${account.subdomain}`,
      body: logInPage(account, {
        action: step(req, 'login'),
        email: text(req.body?.email),
        problem,
      }),
    });

  router.get(
    '/authorize',
    withRequest((req, res, asked) => {
      const user = currentUser(account, req);
      if (!user) {
        askToLogIn(req, res);
        return;
      }
      page(res, {
        title: `Allow ${app.clientId} to access ${account.subdomain}?`,
        formRedirect: asked.redirectUri,
        body: consentPage(account, {
          clientId: app.clientId,
          user,
          request: { ...asked, scopes: granted(asked.scopes) },
          action: step(req, 'authorize'),
          logOutUrl: step(req, 'logout'),
        }),
      });
    }),
  );

  router.post(
    '/login',
    form,
    withRequest((req, res) => {
      const user = logIn(account, {
        email: text(req.body.email),
        password: text(req.body.password),
        provider: text(req.body.provider) || undefined,
      });
      if ('problem' in user) {
        askToLogIn(req, res, user.problem);
        return;
      }
      account.events.record('user-logged-in', user.id, user.id);
      setSession(account, res, account.grants.logIn(user.id));
      res.redirect(303, step(req, 'authorize'));
    }),
  );

  router.get(
    '/logout',
    withRequest((req, res) => {
      account.grants.logOut(sessionOf(req));
      setSession(account, res, '');
      res.redirect(303, step(req, 'authorize'));
    }),
  );

  router.post(
    '/authorize',
    form,
    withRequest((req, res, { redirectUri, scopes, state, nonce }) => {
      const user = currentUser(account, req);
      if (!user) {
        askToLogIn(req, res, 'The log-in has ended. Log in again.');
        return;
      }
      const answer =
        req.body.decision === 'allow'
          ? {
              code: account.grants.issueCode({
                userId: user.id,
                clientId: app.clientId,
                redirectUri,
                scopes: granted(scopes),
                nonce,
              }),
            }
          : { error: 'access_denied' };
      res.redirect(redirectWith(redirectUri, { ...answer, state }));
    }),
  );

  return router;
}

function currentUser(account: Account, req: Request) {
  const userId = account.grants.loggedInUser(sessionOf(req));
  const user = userId === undefined ? undefined : account.users.get(userId);
  return user?.active ? user : undefined;
}

function sessionOf(req: Request): string | undefined {
  return parse(req.headers.cookie ?? '')[COOKIE];
}

function setSession(account: Account, res: Response, session: string): void {
  const { pathname, protocol } = new URL(account.url);
  res.append(
    'Set-Cookie',
    serialize(COOKIE, session, {
      path: pathname,
      httpOnly: true,
      sameSite: 'lax',
      secure: protocol === 'https:',
      ...(session === '' && { maxAge: 0 }),
    }),
  );
}

function queryOf(req: Request): URLSearchParams {
  return new URL(req.originalUrl, 'http://localhost').searchParams;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
