import { flushCompileCache } from 'node:module';
import { startReplicaBackend } from './replicaBackend';
import { ReplicaMessage, send } from './replicaMessages';

// A backend in a process of its own, to be started by `ReplicaProcess`.

// Whatever becomes of the test, this does not outlive it.
process.once('disconnect', () => process.exit(1));

process.on('message', (message: ReplicaMessage) => {
  if (message.type === 'start') {
    startReplicaBackend(message.options).then(
      ({ server }) => send({ type: 'ready', port: server.port() }),
      error => {
        console.error(error);
        process.exit(1);
      },
    );
  }
});

// A replica is most often ended by SIGKILL, and would not write it then.
flushCompileCache?.();
send({ type: 'loaded' });
