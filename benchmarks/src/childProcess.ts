import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs a program of Node's to its end, without what this process was started with.
 *
 * @returns what it wrote
 * @throws Error when it failed
 */
export async function runToEnd(
  args: string[],
  { cwd }: { cwd?: string } = {},
): Promise<string> {
  const { NODE_OPTIONS, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd,
    env,
    maxBuffer: 64e6,
  });
  return stdout;
}
