import { connect, createServer } from 'node:net';
import { SetupError } from './failures.mjs';

/** Complains when somebody answers where we are about to listen. */
export async function expectFreePort(url, command) {
  const { port } = new URL(url);
  const taken = await Promise.all(
    ['127.0.0.1', '::1'].map(host => answers(host, port)),
  );
  if (taken.includes(true)) {
    const find =
      process.platform === 'win32'
        ? `netstat -ano | findstr :${port}`
        : `lsof -i :${port}`;
    throw new SetupError(
      `Port ${port} is in use by another program: stop that program (\`${find}\` finds it), then run ${command} again.`,
    );
  }
}

function answers(host, port) {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** A port on which nobody listens now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
