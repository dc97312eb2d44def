import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const windows = process.platform === 'win32';

/** How long a tree may take to end by itself before it is killed. */
const GRACE_MILLISECONDS = 8_000;

/** How soon the end of our parent is noticed. */
const PARENT_CHECK_MILLISECONDS = 500;

const trees = new Set();
let foreground;
let stopping = false;

/**
 * Starts a program as the leader of its own process group, so that
 * {@link stopTree} reaches its grandchildren too. Its input is closed: a group
 * in the background must not read from the terminal.
 */
export function startTree(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    detached: !windows,
  });
  trees.add(child);
  child.once('close', () => trees.delete(child));
  return child;
}

/**
 * Resolves to the exit code, and to 1 for a program that could not start. Never
 * resolves once we are stopping, or our own work would go on to its next step.
 */
export function exitCodeOf(child) {
  return new Promise(resolve => {
    child.once('error', error => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('close', (code, signal) => {
      if (!stopping) resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Runs a program as a tree, with its output shown as it comes. */
export function runTree(command, args, options = {}) {
  return exitCodeOf(
    startTree(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
    }),
  );
}

/** Runs a program in the foreground: it shares the terminal and its Ctrl-C. */
export function runForeground(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    shell: windows && command === 'backstage-cli',
    ...options,
  });
  foreground = child;
  return exitCodeOf(child).finally(() => {
    foreground = undefined;
  });
}

/** Ends a process and all its descendants: kindly first, then by force. */
export async function stopTree(child, graceMilliseconds = GRACE_MILLISECONDS) {
  if (child.pid === undefined) {
    return;
  }
  if (windows) {
    await once(spawn('taskkill', ['/pid', child.pid, '/t', '/f']), 'close');
    return;
  }
  // An interrupt, since Playwright ends the servers it started only on that one.
  const deadline = Date.now() + graceMilliseconds;
  let alive = signalGroup(child.pid, 'SIGINT');
  while (alive && Date.now() < deadline) {
    await delay(50);
    alive = signalGroup(child.pid, 0);
  }
  if (alive) {
    signalGroup(child.pid, 'SIGKILL');
  }
}

/** Ends everything that {@link startTree} has started. */
export async function stopTrees() {
  await Promise.all([...trees].map(tree => stopTree(tree)));
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * On the first signal ends all trees and then this process; on a second one
 * kills them. The end of our parent counts as a signal: npm passes signals on
 * to a shell, which dies of them without telling us.
 */
export function stopTreesOnSignal() {
  const stop = async signal => {
    if (foreground) {
      // The terminal has interrupted it already; other signals reach only us.
      if (signal !== 'SIGINT') foreground.kill(signal);
      return;
    }
    const exitCode = 128 + constants.signals[signal];
    if (stopping) {
      trees.forEach(child => signalGroup(child.pid, 'SIGKILL'));
      process.exit(exitCode);
    }
    stopping = true;
    await stopTrees();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
  }
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(watch);
      if (!stopping) stop('SIGTERM');
    }
  }, PARENT_CHECK_MILLISECONDS).unref();
}
