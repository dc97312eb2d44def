import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { stepFailure } from './failures.mjs';
import { exitCodeOf, startTree, stopTree } from './processes.mjs';

const live = process.stdout.isTTY;

/**
 * Runs a long step with its output in a log file and a progress line on the
 * terminal, and throws with the end of the log when it fails.
 */
export async function runLogged(title, command, args, { logFile, ...options }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  let output = '';
  let phase = '';

  process.stdout.write(`${title} ...\n`);
  const report = () => {
    const line = `  ${phase || 'working'}, ${seconds()} s`;
    process.stdout.write(live ? `\r${line.padEnd(40)}` : `${line}\n`);
  };
  const timer = setInterval(report, live ? 1_000 : 15_000);

  const child = startTree(command, args, options);
  const read = chunk => {
    log.write(chunk);
    output += chunk;
    // Yarn heads its phases so: "Resolution step", "Fetch step", "Link step".
    phase = /^.*┌ (\w+ step)/m.exec(chunk)?.[1].toLowerCase() ?? phase;
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  try {
    if ((await exitCodeOf(child)) !== 0) {
      throw stepFailure(title, output, logFile);
    }
  } finally {
    clearInterval(timer);
    log.end();
    await stopTree(child);
    if (live) process.stdout.write('\r'.padEnd(41).concat('\r'));
  }
  process.stdout.write(`  done in ${seconds()} s\n`);
}
