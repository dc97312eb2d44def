import { once } from 'node:events';
import { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { sendJson, serve, TestServer } from '../__testUtils__/serve';
import { sendToGorgias } from './http';

const MEBIBYTE = 1024 * 1024;
const SECRET = 'Bearer secret-token';

describe('sendToGorgias', () => {
  const servers: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.close()));
  });

  const start = async (listener: RequestListener) => {
    const server = await serve(listener);
    servers.push(server);
    return server;
  };
  const get = (url: string, signal?: AbortSignal) =>
    sendToGorgias(new URL(url), {
      method: 'GET',
      headers: { Authorization: SECRET },
      signal,
    });

  it.each([{ status: 200 }, { status: 401 }, { status: 429 }, { status: 503 }])(
    'gives the answer whatever its status, such as $status',
    async ({ status }) => {
      const { url, requests } = await start((_, res) =>
        sendJson(res, { name: 'Zoë 😀' }, status),
      );
      expect(await get(`${url}/x?y=z`)).toMatchObject({
        status,
        body: { name: 'Zoë 😀' },
      });
      expect(requests[0]).toMatchObject({ method: 'GET', url: '/x?y=z' });
      expect(requests[0].headers).toMatchObject({
        accept: 'application/json',
        authorization: SECRET,
      });
    },
  );

  it('sends a form', async () => {
    let form = '';
    const { url, requests } = await start((req, res) => {
      req.on('data', chunk => {
        form += chunk;
      });
      req.on('end', () => sendJson(res, {}));
    });
    await sendToGorgias(new URL(url), {
      method: 'POST',
      headers: {},
      body: new URLSearchParams({ code: 'a+b&c' }),
    });
    expect(form).toBe('code=a%2Bb%26c');
    expect(requests[0].headers['content-type']).toContain(
      'application/x-www-form-urlencoded',
    );
  });

  it.each([{ text: '<html>Hello</html>' }, { text: '' }, { text: '{"a":' }])(
    'gives no body for $text, which is not JSON',
    async ({ text }) => {
      const { url } = await start((_, res) => res.end(text));
      expect(await get(url)).toMatchObject({ status: 200, body: undefined });
    },
  );

  it.each([301, 302, 303, 307, 308].map(status => ({ status })))(
    'does not follow a redirect by $status',
    async ({ status }) => {
      const other = await start((_, res) => sendJson(res, {}));
      const { url, requests } = await start((_, res) => {
        res.writeHead(status, { location: `${other.url}/stolen` });
        res.end();
      });
      const error = await get(url).catch(thrown => thrown);
      expect(error).toMatchObject({
        name: 'GorgiasError',
        kind: 'bad-answer',
        message: expect.stringContaining('redirect, which is not followed'),
      });
      expect(error.message).not.toContain('secret-token');
      expect(requests).toHaveLength(1);
      expect(other.requests).toEqual([]);
    },
  );

  it('stops reading an answer that is far too long', async () => {
    let cutOff: Promise<unknown> | undefined;
    const { url } = await start((_, res) => {
      cutOff = once(res, 'close');
      // More than a socket buffers, and never ended: only a cut ends this.
      const write = () => {
        while (res.write('x'.repeat(MEBIBYTE)));
      };
      res.on('drain', write);
      write();
    });
    await expect(get(url)).rejects.toMatchObject({
      kind: 'bad-answer',
      message: expect.stringMatching(/sent more than 5 MB/),
    });
    await cutOff;
  });

  it('reads an answer of just below the limit', async () => {
    const text = JSON.stringify('x'.repeat(5 * MEBIBYTE - 2));
    const { url } = await start((_, res) => res.end(text));
    expect((await get(url)).body).toHaveLength(5 * MEBIBYTE - 2);
  });

  it('counts bytes as they are after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(6 * MEBIBYTE, 'x'));
    const { url } = await start((_, res) => {
      res.writeHead(200, { 'content-encoding': 'gzip' });
      res.end(bomb);
    });
    await expect(get(url)).rejects.toMatchObject({ kind: 'bad-answer' });
  });

  it.each([
    {
      name: 'is refused',
      problem: 'could not be reached.',
      listener: null,
    },
    {
      name: 'is reset before the answer',
      problem: 'could not be reached.',
      listener: (req => req.socket.destroy()) as RequestListener,
    },
    {
      name: 'is reset in the middle of the answer',
      problem: 'ended the connection in the middle of its answer.',
      listener: ((_, res) => {
        res.writeHead(200, { 'content-length': '100' });
        res.write('{"half":', () => res.destroy());
      }) as RequestListener,
    },
  ])('says so when the connection $name', async ({ listener, problem }) => {
    const server = await start(listener ?? ((_, res) => res.end()));
    if (!listener) {
      await server.close();
    }
    await expect(get(server.url)).rejects.toMatchObject({
      name: 'GorgiasError',
      kind: 'unreachable',
      message: `${new URL(server.url).host} ${problem}`,
    });
  });

  it('ends at once when aborted, by the reason of the abort', async () => {
    const abort = new AbortController();
    const { url } = await start(() => abort.abort(new Error('Shutting down')));
    await expect(get(url, abort.signal)).rejects.toThrow('Shutting down');
  });

  it('ends at once when aborted in the middle of the answer', async () => {
    const abort = new AbortController();
    const { url } = await start((_, res) => {
      res.write('{"half":', () => abort.abort(new Error('Shutting down')));
    });
    await expect(get(url, abort.signal)).rejects.toThrow('Shutting down');
  });

  it('sends nothing once aborted', async () => {
    const { url, requests } = await start((_, res) => sendJson(res, {}));
    await expect(
      get(url, AbortSignal.abort(new Error('Shutting down'))),
    ).rejects.toThrow('Shutting down');
    expect(requests).toEqual([]);
  });
});
