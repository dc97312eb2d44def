import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { once } from 'node:events';
import test from 'node:test';
import {
  createReplicaProxy,
  SERVED_BY,
  STATUS_PATH,
  WANTED,
} from './replicaProxy.mjs';

const listen = async server => {
  await once(server.listen(0, 'localhost'), 'listening');
  return `http://localhost:${server.address().port}`;
};

/** Two replicas that answer by their names, and what they got, behind the proxy. */
async function startTwo(t, answer = (_req, res) => res.end()) {
  const got = { 'replica-1': [], 'replica-2': [] };
  const replicas = [];
  for (const name of Object.keys(got)) {
    const server = createServer((req, res) => {
      got[name].push(`${req.method} ${req.url}`);
      return answer(req, res, name);
    });
    server.on('upgrade', (_req, socket) => {
      socket.end(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n${name}`,
      );
    });
    replicas.push({ name, url: await listen(server), up: true, server });
    t.after(() => server.close());
  }
  const proxy = createReplicaProxy(replicas.map(({ server, ...rest }) => rest));
  t.after(() => proxy.close());
  return { url: await listen(proxy), replicas, got };
}

const servedBy = async (url, init) =>
  (await fetch(url, init)).headers.get(SERVED_BY);

test('requests go to the replicas in turn, and are counted', async t => {
  const { url } = await startTwo(t);
  const by = [];
  for (let i = 0; i < 4; i++) by.push(await servedBy(`${url}/x`));
  assert.deepEqual(by.slice(0, 2).sort(), ['replica-1', 'replica-2']);
  assert.deepEqual(by.slice(2), by.slice(0, 2));

  const status = await (await fetch(url + STATUS_PATH)).json();
  assert.deepEqual(
    status.map(({ name, served, up }) => ({ name, served, up })),
    [
      { name: 'replica-1', served: 2, up: true },
      { name: 'replica-2', served: 2, up: true },
    ],
  );
});

test('a browser may name its replica', async t => {
  const { url } = await startTwo(t);
  for (let i = 0; i < 3; i++) {
    const headers = { Cookie: `a=b; ${WANTED}=replica-2` };
    assert.equal(await servedBy(url, { headers }), 'replica-2');
  }
});

test('what one replica can not answer, the other one does', async t => {
  const { url, replicas } = await startTwo(t);
  replicas[0].server.close();
  for (let i = 0; i < 4; i++) {
    assert.equal(await servedBy(url), 'replica-2');
  }
});

test('what changes something is sent once only', async t => {
  const { url, got } = await startTwo(t, (req, res) =>
    req.method === 'POST' ? req.socket.destroy() : res.end(),
  );
  const { status } = await fetch(`${url}/x`, { method: 'POST', body: '{}' });
  assert.equal(status, 502);
  assert.equal(Object.values(got).flat().length, 1);
});

test('an answer that breaks off in the middle breaks off', async t => {
  const { url } = await startTwo(t, (_req, res) => {
    res.write('half of it');
    setTimeout(() => res.destroy(), 50);
  });
  const [answer] = await once(request(url).end(), 'response');
  await assert.rejects(async () => {
    for await (const chunk of answer) assert.equal(String(chunk), 'half of it');
  }, /aborted/);
});

test('nothing is left when every replica has gone', async t => {
  const { url, replicas } = await startTwo(t);
  replicas.forEach(({ server }) => server.close());
  const answer = await fetch(url);
  assert.equal(answer.status, 503);
  assert.equal((await answer.json()).error.message, 'No replica is left');
});

test('a WebSocket gets through, to the replica that its browser names', async t => {
  const { url } = await startTwo(t);
  const asks = request(url, {
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      [WANTED]: 'replica-2',
    },
  }).end();
  const [answer, socket, head] = await once(asks, 'upgrade');
  assert.equal(answer.statusCode, 101);
  let text = head.toString();
  for await (const chunk of socket) text += chunk;
  assert.equal(text, 'replica-2');
});

test('what is below one path goes elsewhere', async t => {
  const other = createServer((_req, res) => res.end());
  t.after(() => other.close());
  const proxy = createReplicaProxy(
    [{ name: 'replica-1', url: 'http://localhost:1', up: true }],
    {
      path: '/api/other',
      target: { name: 'other', url: await listen(other), served: 0 },
    },
  );
  t.after(() => proxy.close());
  const url = await listen(proxy);
  assert.equal(await servedBy(`${url}/api/other/x`), 'other');
  assert.equal((await fetch(`${url}/api`)).status, 503);
});
