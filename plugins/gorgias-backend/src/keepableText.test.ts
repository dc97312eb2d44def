import { mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import express from 'express';
import { sendJson, serve, TestServer } from './__testUtils__/serve';
import { requireKeepableText, toKeepable } from './keepableText';

describe('text that can be kept', () => {
  let server: TestServer;

  beforeAll(async () => {
    const app = express();
    app.use(express.json({ limit: '1mb' }), requireKeepableText);
    app.use((req, res) => sendJson(res, req.body ?? null));
    app.use(
      MiddlewareFactory.create({
        config: mockServices.rootConfig(),
        logger: mockServices.logger.mock(),
      }).error(),
    );
    server = await serve(app);
  });
  afterAll(() => server.close());

  const send = async (path: string, body: string) => {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return { status: answer.status, body: await answer.json() };
  };

  it.each([
    ['/', '{"reason":"a\\u0000b"}', 'body.reason'],
    ['/', '{"people":[{"ticket":"\\ud800"}]}', 'body.people.0.ticket'],
    ['/', '{"people":[{"ticket":"\\udc00\\ud800"}]}', 'body.people.0.ticket'],
    ['/', '{"roles":{"a\\u0000":1}}', 'body.roles'],
    ['/?search=a%00', '{}', 'query.search'],
    ['/?search[a%00]=1', '{}', 'query.search'],
    ['/accounts/%00', '{}', 'path'],
  ])(
    'is required in %s %s, of which %s is named',
    async (path, body, field) => {
      expect(await send(path, body)).toMatchObject({
        status: 400,
        body: {
          error: {
            name: 'InputError',
            message: `${field}: has a zero byte or half a letter in it, which can't be kept; leave it out`,
          },
        },
      });
    },
  );

  it('is everything that people write', async () => {
    const body = { reason: 'Zoë 😀 \u202e \\u0000 \n\t', people: [null, 1] };
    expect(
      await send('/a%20b?search=%F0%9F%98%80', JSON.stringify(body)),
    ).toEqual({ status: 200, body });
    expect(toKeepable(body.reason)).toBe(body.reason);
  });

  it('is looked for however deep a request is nested', async () => {
    const nested = (inner: string) =>
      '['.repeat(100_000) + inner + ']'.repeat(100_000);
    expect(await send('/', nested('"\\u0000"'))).toMatchObject({ status: 400 });
  });
});
