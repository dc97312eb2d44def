import { setTimeout as delay } from 'node:timers/promises';
import { RequestHandler } from 'express';
import { Account } from '../accounts/Account';
import { FaultTarget } from '../accounts/Faults';
import { page } from '../html';

/** Holds back or fails a request as the account's faults say. */
export function injectFaults(
  account: Account,
  target: FaultTarget,
): RequestHandler {
  return async (_req, res, next) => {
    const { latencyMilliseconds } = account.faults.settings;
    if (latencyMilliseconds) {
      await delay(latencyMilliseconds);
    }
    const status = account.faults.takeFailure(target);
    if (status === undefined) {
      next();
    } else if (status >= 500) {
      // A proxy in front of an API that is down answers in HTML.
      page(res, { status, title: 'Server error', body: '<p>Try again.</p>' });
    } else {
      res.status(status).json({ error: { msg: 'Injected by the emulator.' } });
    }
  };
}
