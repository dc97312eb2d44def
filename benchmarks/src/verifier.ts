import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Benchmark, under } from './benchmark';
import type { BundleOptions, MadeBundle } from './bundleProcess';
import { startChild } from './child';
import { runToEnd } from './childProcess';
import { CompiledPackages } from './compiledPackages';
import { LARGE, ofSize } from './organisation';
import { secondsOf } from './statistics';

const EVIDENCE = 'backstage-plugin-gorgias-evidence';
/** Each takes a minute, and they differ little. */
const MOST_REPETITIONS = 2;

/** Loaded before the program: in its last moment it says what it needed most, in kibibytes. */
const TELL_MEMORY = `process.on('exit', () =>
  process.stdout.write('most memory: ' + process.resourceUsage().maxRSS + '\\n'),
);
`;

/** What is verified. */
interface Verified extends BundleOptions, MadeBundle {}

/** What an auditor waits for, and whether it fits into the memory of any computer. */
export const verifier: Benchmark<Verified> = {
  name: 'verifier',
  async prepare({ quick, makeFolder, note }) {
    note('makes the bundle');
    const folder = await makeFolder();
    const options: BundleOptions = {
      size: quick ? ofSize(1_000) : LARGE,
      least: quick ? 20_000 : 1_000_000,
      bundle: join(folder, 'bundle.zip'),
      key: join(folder, 'key.pem'),
    };
    const child = await startChild<MadeBundle>('bundleProcess.ts', options);
    await child.stop();
    return { ...options, ...child.result };
  },
  async run({ repetitions, makeFolder, note }, { size, bundle, key, entries }) {
    const preload = join(await makeFolder(), 'memory.cjs');
    const packages = await CompiledPackages.create();
    try {
      await writeFile(preload, TELL_MEMORY);
      const seconds: number[] = [];
      const memory: number[] = [];
      const hashing: number[] = [];
      const rounds = Math.min(repetitions, MOST_REPETITIONS);
      for (let round = 0; round < rounds; round += 1) {
        note(`round ${round + 1}`);
        hashing.push(await secondsOf(() => hashOf(bundle)));
        let output = '';
        seconds.push(
          await secondsOf(async () => {
            output = await runToEnd([
              ...['--require', preload],
              packages.pathOf(EVIDENCE, 'bin', 'gorgias-verify-evidence'),
              ...[bundle, '--public-key', key],
            ]);
          }),
        );
        memory.push(readMemory(output, entries));
      }
      const on = `${entries} entries, ${size.accounts} accounts`;
      return [
        {
          what: 'verifying a bundle',
          on,
          unit: 's',
          values: seconds,
          baseline: { what: 'reading and hashing its bytes', values: hashing },
          mustReach: under(60, 's'),
        },
        {
          what: 'most memory at a time',
          on,
          unit: 'MB',
          values: memory,
          mustReach: under(300, 'MB'),
        },
      ];
    } finally {
      packages.remove();
    }
  },
};

async function hashOf(path: string): Promise<void> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part);
  hash.digest();
}

/** @throws Error when the bundle was not accepted as what it is */
function readMemory(output: string, entries: number): number {
  const [, kibibytes] = /^most memory: (\d+)$/m.exec(output) ?? [];
  if (
    !kibibytes ||
    !output.includes('\nACCEPTED') ||
    !output.includes(`The ${entries} entries`)
  ) {
    throw new Error(`The bundle was not accepted:\n${output}`);
  }
  return (Number(kibibytes) * 1024) / 1e6;
}
