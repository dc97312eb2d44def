import express, { Request, Response } from 'express';
import Router from 'express-promise-router';
import { Account } from '../accounts/Account';
import { ApiError } from '../api/ApiError';
import { parseInput } from '../api/parseInput';
import { page } from '../html';
import { answerControlError } from './answerControlError';
import { controlPage } from './controlPage';
import { isForm, readForm } from './forms';
import {
  accessChangeSchema,
  behaviourChangeSchema,
  eventSchema,
  faultsSchema,
} from './schemas';
import { stateOf } from './stateOf';
import { addUserRoutes } from './userRoutes';

/**
 * Changes what happens inside the accounts: people join, leave and change,
 * and Gorgias is slow or down. Takes JSON, and forms of its own page.
 */
export function createControlRouter(options: {
  accounts: ReadonlyMap<string, Account>;
  baseUrl: string;
}) {
  const { accounts } = options;
  const controlUrl = `${options.baseUrl}/control`;
  const router = Router();
  router.use(express.json(), express.urlencoded({ extended: false }), readForm);

  const accountOf = (req: Request): Account => {
    const account = accounts.get(req.params.subdomain);
    if (!account) {
      throw new ApiError(
        404,
        `There is no account "${req.params.subdomain}" in the emulator.`,
      );
    }
    return account;
  };

  const answer = (req: Request, res: Response, body: object, status = 200) => {
    if (isForm(req)) {
      res.redirect(303, pageUrl(controlUrl, req.params.subdomain));
    } else {
      res.status(status).json(body);
    }
  };

  /** A change of the account that is answered with all of its state. */
  const change =
    (apply: (account: Account, body: unknown) => void) =>
    (req: Request, res: Response) => {
      const account = accountOf(req);
      apply(account, req.body ?? {});
      answer(req, res, stateOf(account));
    };

  router.get('/', (req, res) =>
    page(res, {
      title: 'Gorgias emulator',
      wide: true,
      body: controlPage([...accounts.values()], {
        controlUrl,
        selected: String(req.query.account ?? ''),
      }),
    }),
  );
  router.get('/accounts', (_req, res) => {
    res.json({ accounts: [...accounts.keys()] });
  });
  router.get('/accounts/:subdomain', (req, res) => {
    res.json(stateOf(accountOf(req)));
  });
  router.post(
    '/accounts/:subdomain/reset',
    change(account => account.reset()),
  );
  router.patch(
    '/accounts/:subdomain/settings',
    change((account, body) =>
      account.changeAccess(parseInput(accessChangeSchema, body)),
    ),
  );
  router.patch(
    '/accounts/:subdomain/behaviour',
    change((account, body) =>
      account.changeBehaviour(parseInput(behaviourChangeSchema, body)),
    ),
  );
  router.post(
    '/accounts/:subdomain/faults',
    change((account, body) =>
      account.faults.set(parseInput(faultsSchema, body)),
    ),
  );
  router.delete(
    '/accounts/:subdomain/faults',
    change(account => account.faults.clear()),
  );
  router.post(
    '/accounts/:subdomain/expire-tokens',
    change(account => account.expireTokens()),
  );
  router.post(
    '/accounts/:subdomain/revoke-grants',
    change(account => account.grants.revokeAll()),
  );
  router.post(
    '/accounts/:subdomain/api-keys/revoke',
    change(account => account.revokeApiKey()),
  );
  router.get('/accounts/:subdomain/requests', (req, res) => {
    res.json(accountOf(req).requests);
  });
  router.delete(
    '/accounts/:subdomain/requests',
    change(account => account.requests.clear()),
  );

  addUserRoutes(router, { accountOf, answer });
  router.post('/accounts/:subdomain/events', (req, res) => {
    const event = parseInput(eventSchema, req.body);
    const { events } = accountOf(req);
    const added = events.add(event.type, event.object_id, event.user_id);
    answer(req, res, added, 201);
  });

  router.use(() => {
    throw new ApiError(404, 'The control API has no such address.');
  });
  router.use(answerControlError(controlUrl));
  return router;
}

function pageUrl(controlUrl: string, subdomain: string): string {
  const name = encodeURIComponent(subdomain);
  return `${controlUrl}?account=${name}#${name}`;
}
