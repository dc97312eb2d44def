import { ErrorRequestHandler, RequestHandler } from 'express';
import Router from 'express-promise-router';
import { Account } from '../accounts/Account';
import { getAccount, listSettings } from './account';
import { breakAnswers } from '../breaks/breakAnswers';
import { ApiError, notFound } from './ApiError';
import { authenticate, Caller, requireScope } from './authenticate';
import { getEvent, listEvents } from './events';
import { injectFaults } from './injectFaults';
import { rateLimit } from './rateLimit';
import { getUser, listUsers } from './users';

/** Answers an {@link ApiError}; any other error is left to the host. */
const answerApiError: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof ApiError) {
    res.status(error.status).json(error);
  } else {
    next(error);
  }
};

/** What an endpoint answers from. */
interface Call {
  caller: Caller;
  search: URLSearchParams;
  id: string;
}

/** The REST API of one account, everything under `/api`. */
export function createApiRouter(account: Account) {
  const router = Router();
  router.use(
    injectFaults(account, 'api'),
    rateLimit(account),
    breakAnswers(account, 'api'),
  );

  const endpoint =
    (scope: string, answer: (call: Call) => object): RequestHandler =>
    async (req, res) => {
      const caller = await authenticate(account, req.headers.authorization);
      requireScope(caller, scope);
      const { searchParams } = new URL(req.originalUrl, 'http://localhost');
      res.json(answer({ caller, search: searchParams, id: req.params.id }));
    };

  router.get(
    '/users',
    endpoint('users:read', ({ search }) => listUsers(account, search)),
  );
  router.get(
    '/users/:id',
    endpoint('users:read', ({ caller, id }) => getUser(account, caller, id)),
  );
  router.get(
    '/account',
    endpoint('account:read', ({ caller, search }) =>
      getAccount(account, caller, search),
    ),
  );
  router.get(
    '/account/settings',
    endpoint('account:read', ({ caller, search }) =>
      listSettings(account, caller, search),
    ),
  );
  router.get(
    '/events',
    endpoint('events:read', ({ search }) => listEvents(account, search)),
  );
  router.get(
    '/events/:id',
    endpoint('events:read', ({ id }) => getEvent(account, id)),
  );
  router.use(async req => {
    await authenticate(account, req.headers.authorization);
    throw notFound();
  });
  router.use(answerApiError);
  return router;
}
