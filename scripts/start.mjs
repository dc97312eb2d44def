import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from './paths.mjs';
import { expectFreePort } from './ports.mjs';
import { exitCodeOf, startTree, stopTree } from './processes.mjs';

// As in app-config.yaml; a test holds the two together.
export const TITLE = 'Acme Backstage';
export const APP_URL = 'http://localhost:3000';
export const BACKEND_URL = 'http://localhost:7007';

const ADDRESSES = [
  `${APP_URL}/`,
  `${BACKEND_URL}/.backstage/health/v1/readiness`,
];
const QUIET_MILLISECONDS = 1_500;
const REMINDER_MILLISECONDS = 60_000;

/** Starts the development host and says when it is ready; ends with its exit code. */
export async function start({ node, yarn, env }, args) {
  await Promise.all(
    [APP_URL, BACKEND_URL].map(url => expectFreePort(url, 'npm start')),
  );

  const child = startTree(
    node,
    [
      yarn,
      'backstage-cli',
      'repo',
      'start',
      ...['--require', join(ROOT, 'scripts', 'reportExit.cjs')],
      ...args,
    ],
    { cwd: ROOT, env: { ...env, ...(process.stdout.isTTY && COLOURS) } },
  );
  const ended = exitCodeOf(child);
  const output = followOutput(child);

  const failure = await Promise.race([
    untilReady(output),
    output.backendFailure,
    ended.then(code => `it ended with exit code ${code}`),
  ]);
  if (failure) {
    await stopTree(child);
    process.stderr.write(
      `The host could not start, since ${failure}: see the error above.\n`,
    );
    return 1;
  }
  process.stdout.write(`${TITLE} is ready: open ${APP_URL}/\n`);
  const exitCode = await ended;
  await stopTree(child);
  process.stderr.write(`The host has ended with exit code ${exitCode}.\n`);
  return exitCode || 1;
}

const COLOURS = { FORCE_COLOR: '1' };

// The backend goes on answering 503 when a plugin could not start, and the Backstage CLI
// goes on without a backend that has ended (which reportExit.cjs tells).
const BACKEND_FAILED =
  /Backend startup failed|\[start\] The backend ended with exit code [1-9]/;

/** Passes the output on; notes when it was last heard and whether the backend failed. */
function followOutput(child) {
  const output = { lastAt: Date.now() };
  output.backendFailure = new Promise(resolve => {
    const pass = target => chunk => {
      output.lastAt = Date.now();
      target.write(chunk);
      if (BACKEND_FAILED.test(chunk)) resolve('the backend failed');
    };
    child.stdout.setEncoding('utf8').on('data', pass(process.stdout));
    child.stderr.setEncoding('utf8').on('data', pass(process.stderr));
  });
  return output;
}

async function untilReady(output) {
  let remindAt = Date.now() + REMINDER_MILLISECONDS;
  // Who has answered is not asked again, since the backend logs every request.
  let silent = ADDRESSES;
  // What start-up still has to say comes before the line that people look for.
  while (silent.length > 0 || Date.now() < output.lastAt + QUIET_MILLISECONDS) {
    await delay(250);
    silent = await stillSilent(silent);
    if (silent.length > 0 && Date.now() > remindAt) {
      remindAt = Date.now() + REMINDER_MILLISECONDS;
      process.stdout.write(`Still waiting for ${silent.join(' and ')}\n`);
    }
  }
}

async function stillSilent(urls) {
  const silent = await Promise.all(
    urls.map(url =>
      fetch(url, { signal: AbortSignal.timeout(60_000) }).then(
        response => (response.ok ? [] : [url]),
        () => [url],
      ),
    ),
  );
  return silent.flat();
}
