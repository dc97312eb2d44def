import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import { serve } from '../__testUtils__/serve';
import { createCallbackRouter } from './callbackRouter';
import { ConnectService } from './ConnectService';

describe('the callback', () => {
  it.each([
    {
      name: 'connects',
      finish: async () => ({ errorCode: null }),
      status: 200,
    },
    {
      name: 'fails',
      finish: async () => {
        throw new Error('The database is down');
      },
      status: 400,
    },
  ])(
    'keeps code and state out of the request log when it $name',
    async ({ finish, status }) => {
      const logged: string[] = [];
      const logger = mockServices.logger.mock();
      for (const level of ['info', 'warn', 'error', 'debug'] as const) {
        logger[level].mockImplementation((message, meta) => {
          logged.push(JSON.stringify([message, meta]));
        });
      }
      const app = express();
      app.use(
        MiddlewareFactory.create({
          config: mockServices.rootConfig(),
          logger,
        }).logging(),
      );
      const finished = jest.fn(finish);
      app.use(
        '/api/gorgias',
        createCallbackRouter({
          connect: { finish: finished } as unknown as ConnectService,
          appOrigin: 'http://localhost:3000',
          logger,
        }),
      );
      const server = await serve(app);
      const answer = await fetch(
        `${server.url}/api/gorgias/connections/callback?code=the-code&state=the-state`,
      );
      await answer.text();
      await server.close();

      expect(answer.status).toBe(status);
      expect(finished).toHaveBeenCalledWith(
        expect.objectContaining({ code: 'the-code', state: 'the-state' }),
      );
      const log = logged.join('\n');
      expect(log).toContain('GET /api/gorgias/connections/callback HTTP');
      expect(log).not.toMatch(/the-code|the-state/);
    },
  );
});
