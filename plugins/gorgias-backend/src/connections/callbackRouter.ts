import { LoggerService } from '@backstage/backend-plugin-api';
import express, { Router } from 'express';
import { z } from 'zod';
import { parseCookie } from './bindingCookie';
import { sendCallbackPage } from './callbackPage';
import { CallbackResult, ConnectService } from './ConnectService';

const querySchema = z.object({
  state: z.string().min(1).max(200),
  code: z.string().min(1).max(4096).optional(),
  error: z.string().max(200).optional(),
});

/**
 * The only route that needs no signed-in user: the browser comes from
 * Gorgias and brings no token. It always answers with a page, never with an
 * error that would repeat its address, which holds the code and the state.
 */
export function createCallbackRouter(options: {
  /** `undefined` where no OAuth app is configured; then nobody was sent to Gorgias. */
  connect: ConnectService | undefined;
  appOrigin: string;
  logger: LoggerService;
}): Router {
  const { connect, appOrigin, logger } = options;
  const router = express.Router();

  router.get('/connections/callback', (req, res) => {
    // The log of requests is written when this has been answered, and must
    // not hold the code and the state.
    req.originalUrl = req.baseUrl + req.path;
    const finish = async (): Promise<CallbackResult> => {
      const query = querySchema.safeParse(req.query);
      return query.success && connect
        ? connect.finish({
            state: query.data.state,
            code: query.data.code,
            error: query.data.error,
            bindingOf: id => parseCookie(req.headers.cookie, id),
          })
        : { errorCode: 'state-invalid' };
    };
    finish()
      .catch((error): CallbackResult => {
        logger.error('The callback of Gorgias failed', {
          reason: String(error),
        });
        return { errorCode: 'internal' };
      })
      .then(({ session, errorCode }) =>
        sendCallbackPage(res, { sessionId: session?.id, errorCode, appOrigin }),
      );
  });

  return router;
}
