import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  publicKeyOf,
  scopeOf,
  writeBundle,
} from 'backstage-plugin-gorgias-evidence';
import { Benchmark, under } from './benchmark';
import { runToEnd } from './childProcess';
import { CompiledPackages } from './compiledPackages';
import { LARGE, ofSize, Size } from './organisation';
import { RecordedLedger } from './recordedLedger';
import { secondsOf } from './statistics';
import { ENTITY } from './system';

const EVIDENCE = 'backstage-plugin-gorgias-evidence';
const MOST_REPETITIONS = 3;

/** Loaded before the program: in its last moment it says what it needed most, in kibibytes. */
const TELL_MEMORY = `process.on('exit', () =>
  process.stdout.write('most memory: ' + process.resourceUsage().maxRSS + '\\n'),
);
`;

/** What an auditor waits for, and whether it fits into the memory of any computer. */
export const verifier: Benchmark = {
  name: 'verifier',
  async run({ quick, repetitions, note }) {
    const size = quick ? ofSize(1_000) : LARGE;
    const folder = await mkdtemp(join(tmpdir(), 'gorgias-benchmark-'));
    const packages = await CompiledPackages.create();
    try {
      note('makes the bundle');
      const paths = {
        bundle: join(folder, 'bundle.zip'),
        key: join(folder, 'key.pem'),
        memory: join(folder, 'memory.cjs'),
      };
      const entries = await makeBundle(size, quick ? 20_000 : 1_000_000, paths);
      await writeFile(paths.memory, TELL_MEMORY);
      const seconds: number[] = [];
      const memory: number[] = [];
      const hashing: number[] = [];
      const rounds = Math.min(repetitions, MOST_REPETITIONS);
      for (let round = 0; round < rounds; round += 1) {
        note(`round ${round + 1}`);
        hashing.push(await secondsOf(() => hashOf(paths.bundle)));
        let output = '';
        seconds.push(
          await secondsOf(async () => {
            output = await runToEnd([
              ...['--require', paths.memory],
              packages.pathOf(EVIDENCE, 'bin', 'gorgias-verify-evidence'),
              ...[paths.bundle, '--public-key', paths.key],
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
      await rm(folder, { recursive: true });
    }
  },
};

/** @returns how many entries it has */
async function makeBundle(
  size: Size,
  least: number,
  paths: { bundle: string; key: string },
): Promise<number> {
  const ledger = new RecordedLedger(size, least);
  const { length } = ledger;
  const { keyId, privateKey } = ledger.key;
  await writeFile(paths.key, publicKeyOf(privateKey));
  await pipeline(
    writeBundle({
      product: { name: 'benchmark', version: '0.0.0' },
      system: { entityRef: ENTITY, title: 'Gorgias' },
      period: ledger.period,
      createdAt: ledger.period.to,
      createdBy: 'user:default/p0',
      ledger: {
        first: 1,
        last: length, // The very last entry is about another system.
        through: length - 1,
      },
      entries: ledger.entries(),
      scopes: new Set([scopeOf(ENTITY)]),
      heads: ledger.heads,
      key: { keyId, privateKey },
    }),
    createWriteStream(paths.bundle),
  );
  return length;
}

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
