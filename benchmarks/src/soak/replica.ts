import { subscribe } from 'node:diagnostics_channel';
import { flushCompileCache } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { startReplicaBackend } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaBackend';
import {
  ReplicaMessage,
  send,
} from '../../../plugins/gorgias-backend/src/__testUtils__/replicaMessages';
import { clockServiceRef } from '../../../plugins/gorgias-backend/src/clock';
import { FromReplica, ToReplica } from './messages';

// A backend in a process of its own whose clock can be wrong, and which tells
// how it is; to be started by `ReplicaProcess` with --expose-gc.

const tell = (message: FromReplica) => process.send?.(message);

let aheadMilliseconds = 0;
const wrongClock = createServiceFactory({
  service: clockServiceRef,
  deps: {},
  factory: () => ({
    now: () => new Date(Date.now() + aheadMilliseconds),
    sleep: (milliseconds: number, signal?: AbortSignal) =>
      delay(milliseconds, undefined, { signal }),
    timeout: (milliseconds: number) => AbortSignal.timeout(milliseconds),
  }),
});

const hosts = new Set<string>();
subscribe('undici:request:create', message => {
  const { request } = message as { request: { origin: string } };
  hosts.add(new URL(request.origin).host);
});
subscribe('http.client.request.start', message => {
  const { request } = message as { request: { host: string } };
  hosts.add(request.host);
});

process.on('unhandledRejection', reason =>
  tell({
    type: 'uncaught',
    kind: 'unhandledRejection',
    error: reason instanceof Error ? reason.stack! : String(reason),
  }),
);
// As a monitor alone, so that the process ends of it as in production.
process.on('uncaughtExceptionMonitor', (error, origin) => {
  if (origin === 'uncaughtException') {
    tell({ type: 'uncaught', kind: origin, error: error.stack! });
  }
});

const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();

function measure(): void {
  const lagMilliseconds = lag.max / 1e6;
  globalThis.gc!();
  const { rss, heapUsed } = process.memoryUsage();
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) {
    resources[kind] = (resources[kind] ?? 0) + 1;
  }
  tell({
    type: 'measurement',
    rss,
    heapUsed,
    resources,
    lagMilliseconds,
    hosts: [...hosts],
  });
  // So that the collection is not taken for a delay.
  setImmediate(() => lag.reset());
}

// Whatever becomes of the driver, this does not outlive it.
process.once('disconnect', () => process.exit(1));

process.on('message', (message: ReplicaMessage | ToReplica) => {
  switch (message.type) {
    case 'start':
      startReplicaBackend(message.options, [wrongClock]).then(
        ({ server }) => send({ type: 'ready', port: server.port() }),
        error => {
          console.error(error);
          process.exit(1);
        },
      );
      break;
    case 'clock':
      aheadMilliseconds = message.aheadMilliseconds;
      break;
    case 'measure':
      measure();
      break;
    default:
  }
});

// A replica is often ended by SIGKILL, and would not write it then.
flushCompileCache?.();
send({ type: 'loaded' });
