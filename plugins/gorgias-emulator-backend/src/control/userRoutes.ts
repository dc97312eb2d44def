import { Request, Response, Router } from 'express';
import { Account } from '../accounts/Account';
import { GorgiasUser } from '../accounts/seed';
import { ApiError } from '../api/ApiError';
import { parseInput } from '../api/parseInput';
import { invitationSchema, userChangeSchema } from './schemas';

/** Adds what makes users join, change and leave. */
export function addUserRoutes(
  router: Router,
  options: {
    accountOf: (req: Request) => Account;
    answer: (
      req: Request,
      res: Response,
      body: object,
      status?: number,
    ) => void;
  },
): void {
  const { accountOf, answer } = options;
  router.post('/accounts/:subdomain/users', (req, res) => {
    const account = accountOf(req);
    const invitation = parseInput(invitationSchema, req.body);
    refuseTakenEmail(account, invitation.email);
    answer(req, res, account.users.invite(invitation), 201);
  });
  router.patch('/accounts/:subdomain/users/:id', (req, res) => {
    const account = accountOf(req);
    const user = userOf(account, req);
    const userChange = parseInput(userChangeSchema, req.body);
    refuseTakenEmail(account, userChange.email, user);
    account.users.change(user, userChange);
    answer(req, res, user);
  });
  router.delete('/accounts/:subdomain/users/:id', (req, res) => {
    const account = accountOf(req);
    account.users.delete(userOf(account, req).id);
    answer(req, res, {}, 204);
  });
}

function userOf(account: Account, req: Request): GorgiasUser {
  const user = account.users.get(Number(req.params.id));
  if (!user) {
    throw new ApiError(
      404,
      `There is no user ${req.params.id} in account "${account.subdomain}".`,
    );
  }
  return user;
}

function refuseTakenEmail(
  account: Account,
  email: string | null | undefined,
  except?: GorgiasUser,
): void {
  const holder = email ? account.users.findByEmail(email) : undefined;
  if (holder && holder !== except) {
    throw new ApiError(409, `User ${holder.id} has this e-mail address.`, {
      email: ['Is taken.'],
    });
  }
}
