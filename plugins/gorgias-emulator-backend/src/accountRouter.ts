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

/** Everything at the host of one account. */
export function createAccountRouter(account: Account, oauthApp: OAuthApp) {
  const router = Router();
  router.use((req, res, next) => {
    account.requests.count(req.method, req.path);
    res.setHeader('Date', account.clock().toUTCString());
    next();
  });
  router.use('/oauth', createTokenRouter(account, oauthApp));
  router.use('/oauth', createAuthorizeRouter(account, oauthApp));
  router.use('/api', createApiRouter(account));
  router.use(answerNotFound);
  return router;
}
