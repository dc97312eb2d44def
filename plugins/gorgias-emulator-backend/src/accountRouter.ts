import { RequestHandler } from 'express';
import Router from 'express-promise-router';
import { Account } from './accounts/Account';
import { createApiRouter } from './api/router';
import { page } from './html';
import { createAuthorizeRouter } from './oauth/authorizeRouter';
import { OAuthApp } from './oauth/OAuthApp';
import { createTokenRouter } from './oauth/tokenRouter';

/** As at Gorgias, a host that nobody has answers with a page, not with JSON. */
export const answerNotFound: RequestHandler = (_req, res) => {
  page(res, {
    status: 404,
    title: 'Page not found',
    body: '<p>There is no such account or page.</p>',
  });
};

/**
 * A request that is about to be handled.
 *
 * @public
 */
export interface EmulatorRequest {
  subdomain: string;
  method: string;
  /** The path under the account without its query, such as `/api/users`. */
  path: string;
}

/** Everything at the host of one account. */
export function createAccountRouter(
  account: Account,
  options: {
    oauthApp: OAuthApp;
    onRequest?: (request: EmulatorRequest) => Promise<void> | void;
  },
) {
  const { oauthApp, onRequest } = options;
  const router = Router();
  router.use(async (req, res, next) => {
    const { method, path } = req;
    account.requests.count(method, path);
    await onRequest?.({ subdomain: account.subdomain, method, path });
    res.setHeader('Date', account.clock().toUTCString());
    next();
  });
  router.use('/oauth', createTokenRouter(account, oauthApp));
  router.use('/oauth', createAuthorizeRouter(account, oauthApp));
  router.use('/api', createApiRouter(account));
  router.use(answerNotFound);
  return router;
}
