import { RequestHandler } from 'express';
import { Account } from '../accounts/Account';
import { ApiError } from './ApiError';

/** Limits the requests of each way to authenticate, and says so in headers. */
export function rateLimit(account: Account): RequestHandler {
  return (req, res, next) => {
    const isApiKey = /^basic /i.test(req.headers.authorization ?? '');
    const bucket = isApiKey ? account.buckets.apiKey : account.buckets.oauth;
    const injected = account.faults.takeRateLimit();
    const state = bucket.add();
    const allowed = state.allowed && !injected;
    const used = injected ? state.limit : state.used;
    const wait = injected
      ? injected.retryAfterSeconds
      : state.retryAfterSeconds;

    res.setHeader('X-Gorgias-Account-Api-Call-Limit', `${used}/${state.limit}`);
    if (wait !== null && (!allowed || account.behaviour.retryAfterOnSuccess)) {
      res.setHeader('Retry-after', String(wait));
    }
    next(allowed ? undefined : new ApiError(429, 'Too many requests.'));
  };
}
