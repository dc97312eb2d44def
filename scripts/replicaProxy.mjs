import { createServer } from 'node:http';
import { createProxyMiddleware } from 'http-proxy-middleware';

/** Tells in every answer which replica gave it. */
export const SERVED_BY = 'x-served-by';

/** With this cookie a browser is answered by the replica that it names, also its WebSockets. */
export const WANTED = 'replica';

/** Where the proxy tells of the replicas. */
export const STATUS_PATH = '/.replicas';

// What has a body can't be sent a second time, and may have had its effect.
const REPEATABLE = ['GET', 'HEAD'];

/**
 * A server that passes requests on to replicas in turn: to those that are `up`,
 * and what a replica does not live to answer to the next one. It counts in each
 * replica what it has `served`.
 *
 * @param replicas - `{ name, url, pid, up }`, followed as they change
 * @param elsewhere - `{ path, target }`: what is below this path goes to one more server
 */
export function createReplicaProxy(replicas, elsewhere) {
  const chosen = new WeakMap();
  const failed = new WeakMap();
  let turn = 0;
  replicas.forEach(replica => Object.assign(replica, { served: 0 }));

  const choose = req => {
    if (elsewhere && req.url.startsWith(elsewhere.path)) {
      return failed.has(req) ? undefined : elsewhere.target;
    }
    const left = replicas.filter(
      replica => replica.up && !failed.get(req)?.has(replica),
    );
    const wanted = left.find(({ name }) => name === cookieOf(req));
    turn += 1;
    return wanted ?? left[turn % left.length];
  };

  const proxy = createProxyMiddleware({
    target: replicas[0].url,
    router: req => chosen.get(req).url,
    xfwd: true,
    logLevel: 'silent',
    onProxyRes(answer, req, res) {
      const target = chosen.get(req);
      target.served += 1;
      answer.headers[SERVED_BY] = target.name;
      // Otherwise a browser would wait for ever for what a killed replica did not send.
      answer.once('close', () => answer.complete || res.destroy());
    },
    onError(_error, req, res) {
      // A WebSocket connects anew by itself.
      if (!res.writeHead) return res.destroy();
      if (res.headersSent || !REPEATABLE.includes(req.method)) {
        return refuse(res, 502, 'The replica did not live to answer');
      }
      const before = failed.get(req) ?? new Set();
      failed.set(req, before.add(chosen.get(req)));
      return pass(req, res);
    },
  });

  const pass = (req, res) => {
    const target = choose(req);
    if (!target) return refuse(res, 503, 'No replica is left');
    chosen.set(req, target);
    return proxy(req, res, error => refuse(res, 502, error.message));
  };

  const server = createServer((req, res) =>
    req.url === STATUS_PATH
      ? tell(res, 200, replicas.map(status))
      : pass(req, res),
  );
  server.on('upgrade', (req, socket, head) => {
    const target = choose(req);
    if (!target) return socket.destroy();
    chosen.set(req, target);
    // A browser may leave before the replica has answered.
    socket.on('error', () => socket.destroy());
    return proxy.upgrade(req, socket, head);
  });
  return server;
}

function cookieOf(req) {
  const cookies = req.headers.cookie ?? '';
  return new RegExp(`(?:^|; )${WANTED}=([^;]+)`).exec(cookies)?.[1];
}

const status = ({ name, url, pid, up, served }) => ({
  name,
  url,
  pid,
  up,
  served,
});

function refuse(res, code, message) {
  if (res.headersSent) return res.destroy();
  return tell(res, code, {
    error: { name: 'ServiceUnavailableError', message },
  });
}

function tell(res, code, body) {
  res.writeHead(code, { 'Content-Type': 'application/json' });
  return res.end(JSON.stringify(body));
}
