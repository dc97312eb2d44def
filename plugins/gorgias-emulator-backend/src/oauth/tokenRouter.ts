import { createHash, timingSafeEqual } from 'node:crypto';
import express, { RequestHandler } from 'express';
import Router from 'express-promise-router';
import { Account } from '../accounts/Account';
import { injectFaults } from '../api/injectFaults';
import { parseBasic } from '../api/parseBasic';
import { breakAnswers } from '../breaks/breakAnswers';
import { OAuthApp } from './OAuthApp';
import { replyToCode, replyToRefresh, TokenReply } from './tokenReplies';

/** What the token endpoint answers instead of tokens. */
type OAuthErrorReply = {
  error: 'invalid_grant' | 'invalid_request' | 'unsupported_grant_type';
};

/** `POST /oauth/token` and `POST /oauth/revoke`. */
export function createTokenRouter(account: Account, app: OAuthApp) {
  const router = Router();
  const steps = [
    injectFaults(account, 'oauth'),
    breakAnswers(account, 'oauth'),
    requireClient(app),
    express.urlencoded({ extended: false }),
  ];

  router.post('/token', ...steps, async (req, res) => {
    const reply = await exchange(account, app, field(req.body, 'grant_type'), {
      code: field(req.body, 'code'),
      redirectUri: field(req.body, 'redirect_uri'),
      refreshToken: field(req.body, 'refresh_token'),
    });
    res.setHeader('Cache-Control', 'no-store');
    res.status('error' in reply ? 400 : 200).json(reply);
  });

  router.post('/revoke', ...steps, (req, res) => {
    const token = field(req.body, 'token');
    if (token === undefined) {
      res.status(400).json({ error: 'invalid_request' });
      return;
    }
    account.grants.revoke(token);
    res.json({});
  });

  return router;
}

async function exchange(
  account: Account,
  app: OAuthApp,
  grantType: string | undefined,
  fields: { code?: string; redirectUri?: string; refreshToken?: string },
): Promise<TokenReply | OAuthErrorReply> {
  if (grantType === 'authorization_code') {
    if (!fields.code || !fields.redirectUri) {
      return { error: 'invalid_request' };
    }
    const code = account.grants.takeCode(fields.code);
    const valid =
      code?.clientId === app.clientId &&
      code.redirectUri === fields.redirectUri &&
      mayAct(account, code.userId);
    return valid ? replyToCode(account, code) : { error: 'invalid_grant' };
  }
  if (grantType === 'refresh_token') {
    if (!fields.refreshToken) {
      return { error: 'invalid_request' };
    }
    const grant = account.grants.find(fields.refreshToken);
    return grant && mayAct(account, grant.userId)
      ? replyToRefresh(account, grant, fields.refreshToken)
      : { error: 'invalid_grant' };
  }
  return {
    error: grantType ? 'unsupported_grant_type' : 'invalid_request',
  };
}

function mayAct(account: Account, userId: number): boolean {
  const user = account.users.get(userId);
  return Boolean(
    user && (user.active || !account.behaviour.deactivatedCallerRefused),
  );
}

function requireClient(app: OAuthApp): RequestHandler {
  return (req, res, next) => {
    const client = parseBasic(req.headers.authorization);
    if (
      client?.user === app.clientId &&
      sameSecret(client.password, app.clientSecret)
    ) {
      next();
      return;
    }
    res.setHeader('WWW-Authenticate', 'Basic realm="Gorgias emulator"');
    res.status(401).json({ error: 'invalid_client' });
  };
}

function sameSecret(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

// A body of another type than a form leaves `body` empty, and a repeated
// field is a list: both count as missing.
function field(body: unknown, name: string): string | undefined {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
