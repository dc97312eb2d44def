import { RequestHandler, Response } from 'express';
import { Account } from '../accounts/Account';
import { FaultTarget } from '../accounts/Faults';
import { BREAKERS } from './breakers';

/** Breaks the answer to a request if the account's faults say so. */
export function breakAnswers(
  account: Account,
  target: FaultTarget,
): RequestHandler {
  return async (req, res, next) => {
    const path = `/${target}${req.path}`.replace(/\/$/, '');
    const how = account.faults.takeBreak(path);
    const breaker = how && BREAKERS[how];
    if (breaker && 'instead' in breaker) {
      await breaker.instead(res, path);
      return;
    }
    if (breaker && 'before' in breaker) {
      breaker.before(account);
    } else if (breaker && 'send' in breaker) {
      changeAnswer(res, body =>
        breaker.send(res, Buffer.from(JSON.stringify(body))),
      );
    } else if (breaker) {
      const { searchParams: search } = new URL(req.originalUrl, account.url);
      changeAnswer(res, (body, send) => {
        const now = account.now();
        const isGood = res.statusCode === 200;
        send(isGood ? breaker.body(body, { path, search, now }) : body);
      });
    }
    next();
  };
}

function changeAnswer(
  res: Response,
  answer: (body: object, send: (body: object) => void) => void,
): void {
  const send = res.json.bind(res);
  res.json = body => {
    answer(body, send);
    return res;
  };
}
