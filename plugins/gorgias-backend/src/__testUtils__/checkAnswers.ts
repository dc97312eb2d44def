import { AddressInfo } from 'node:net';
import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { openApiDocument } from '../openapi/document';
import { unsaidParts } from './unsaidParts';

/** Compiles its schemas once for all tests of a file. */
const checkAnswers = OpenApiValidator.middleware({
  apiSpec: structuredClone(openApiDocument) as any,
  $refParser: { mode: 'dereference' },
  validateRequests: false,
  validateResponses: true,
  ignoreUndocumented: false,
});

/**
 * A proxy before the backend that turns every answer in JSON that is not as the
 * OpenAPI document says, or in which a sentence is not what its parts say,
 * into an error that says why.
 *
 * @returns its address
 */
export async function startAnswerCheck(
  target: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const app = express();
  app.use(express.json());
  app.use(checkAnswers);
  app.use(async (req, res, next) => {
    const hasBody = ['POST', 'PUT'].includes(req.method);
    const answer = await fetch(`${target}${req.originalUrl}`, {
      method: req.method,
      headers: {
        authorization: req.headers.authorization ?? '',
        'content-type': 'application/json',
        ...(req.headers['if-match'] && {
          'if-match': req.headers['if-match'],
        }),
      },
      body: hasBody ? JSON.stringify(req.body) : undefined,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      res.append('set-cookie', cookie);
    }
    res.status(answer.status);
    const type =
      answer.headers.get('content-type') ?? 'application/octet-stream';
    if (answer.status === 204) {
      res.end();
    } else if (!type.startsWith('application/json')) {
      res.set('content-type', type);
      res.end(Buffer.from(await answer.arrayBuffer()));
    } else {
      const body = await answer.json();
      const unsaid = unsaidParts(body);
      if (unsaid.length > 0) {
        next(new Error(`Not what its parts say: ${unsaid.join('; ')}`));
        return;
      }
      res.json(body);
    }
  });
  app.use(
    (
      error: Error,
      _req: express.Request,
      res: express.Response,
      _next: express.NextFunction,
    ) => {
      res.status(599).json({
        error: { name: 'AnswerNotAsDocumented', message: error.message },
      });
    },
  );
  const server = app.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
