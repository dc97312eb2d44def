import { Response } from 'express';
import { Account } from '../accounts/Account';
import { ApiError } from '../api/ApiError';
import { expiredCursor } from '../api/cursors';
import { BreakHow } from './Break';
import { cutOff, invalidJson, neverEnds } from './halfAnswers';
import {
  redirectAway,
  refuse,
  reset,
  sendHtml,
  sendHuge,
} from './otherAnswers';
import {
  emptyPage,
  foreignPage,
  loopingPage,
  PageRequest,
  pageWithBadRecord,
  reversedPage,
} from './pages';

/** When and what of an answer is broken. */
export type Breaker =
  /** Changes the account, and lets the request find out. */
  | { before(account: Account): void }
  /** Answers itself, so that the request never happens. */
  | { instead(res: Response, path: string): void | Promise<void> }
  /** Changes what a good answer says. */
  | { body(page: any, request: PageRequest): object }
  /** Sends the true answer in a wrong way. */
  | { send(res: Response, answer: Buffer): void };

/** What each way to break an answer does. */
export const BREAKERS: Record<BreakHow, Breaker> = {
  'cut-off': { send: cutOff },
  'invalid-json': { send: invalidJson },
  html: { instead: sendHtml },
  reset: { instead: reset },
  'never-ends': { send: neverEnds },
  huge: { instead: sendHuge },
  redirect: { instead: redirectAway },
  'empty-page': { body: emptyPage },
  'looping-cursor': { body: loopingPage },
  'expired-cursor': {
    instead: (res, path) => refuse(res, expiredCursor(), path),
  },
  'foreign-cursor': { body: foreignPage },
  'bad-record': { body: pageWithBadRecord },
  'bad-envelope': { body: () => ({ object: 'list', data: null }) },
  'wrong-order': { body: reversedPage },
  'expire-token': { before: account => account.expireTokens() },
  unauthorized: {
    instead: (res, path) =>
      refuse(res, new ApiError(401, 'Unauthorized.'), path),
  },
  forbidden: {
    instead: (res, path) => refuse(res, new ApiError(403, 'Forbidden.'), path),
  },
};
