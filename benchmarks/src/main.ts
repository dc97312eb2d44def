import { parseArgs } from 'node:util';
import { Benchmark } from './benchmark';
import { card } from './card';
import { changeToVerdict } from './changeToVerdict';
import { connecting } from './connecting';
import { Databases } from './databases';
import { evaluationInMemory } from './evaluationInMemory';
import { evaluationWithWriting } from './evaluationWithWriting';
import { ledger } from './ledger';
import { fullSync } from './fullSync';
import { growth } from './growth';
import { PreparedSystems } from './preparedSystems';
import { readsUnderLoad } from './readsUnderLoad';
import {
  machineFacts,
  ReportRow,
  summarise,
  toTable,
  writeJson,
} from './report';
import { start } from './start';
import { verifier } from './verifier';

const BENCHMARKS: readonly Benchmark[] = [
  evaluationInMemory,
  evaluationWithWriting,
  ledger,
  verifier,
  start,
  growth,
  connecting,
  fullSync,
  changeToVerdict,
  readsUnderLoad,
  card,
];

const REPETITIONS = 3;
const QUICK_REPETITIONS = 2;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      postgres: { type: 'string' },
      results: { type: 'string' },
    },
  });
  const chosen = choose(positionals, values.quick);
  const begun = performance.now();
  const shared = new Databases(values.postgres!);
  const systems = new PreparedSystems(shared);
  const measure = (benchmark: Benchmark) =>
    rowsOf(benchmark, { systems, ...values });
  const rows: ReportRow[][] = [];
  try {
    if (values.quick) {
      // At the same time, since nobody looks at the figures.
      rows.push(...(await Promise.all(chosen.map(measure))));
    } else {
      for (const benchmark of chosen) rows.push(await measure(benchmark));
    }
  } finally {
    await shared.close();
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  const machine = machineFacts();
  console.log(`\n${toTable(rows.flat())}\n`);
  console.log(
    `${machine.cores} × ${machine.cpu}, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${machine.node}; ${seconds} s`,
  );
  writeJson(values.results!, {
    at: new Date().toISOString(),
    quick: values.quick,
    seconds,
    machine,
    figures: rows.flat(),
  });
}

async function rowsOf(
  benchmark: Benchmark,
  options: { systems: PreparedSystems; postgres?: string; quick: boolean },
): Promise<ReportRow[]> {
  const { systems, postgres, quick } = options;
  const databases = new Databases(postgres!);
  const note = (text: string) =>
    process.stderr.write(`  ${benchmark.name}: ${text}\n`);
  const begun = performance.now();
  try {
    const figures = await benchmark.run({
      quick,
      repetitions: quick ? QUICK_REPETITIONS : REPETITIONS,
      openDatabase: engine => databases.open(engine),
      makeDatabase: engine => databases.make(engine),
      prepareSystem: (engine, accounts) =>
        systems.copy(engine, accounts, databases),
      note,
    });
    note(`took ${Math.round((performance.now() - begun) / 1000)} s`);
    return figures.map(figure => summarise(benchmark.name, figure));
  } finally {
    await databases.close();
  }
}

/** All, or those whose names begin with what was asked for. */
function choose(names: string[], quick: boolean): readonly Benchmark[] {
  if (names.length === 0) {
    return BENCHMARKS.filter(({ isLong }) => !(quick && isLong));
  }
  return names.flatMap(name => {
    const found = BENCHMARKS.filter(benchmark =>
      benchmark.name.startsWith(name),
    );
    if (found.length === 0) {
      throw new Error(
        `There is no benchmark "${name}". There are: ${BENCHMARKS.map(
          benchmark => benchmark.name,
        ).join(', ')}`,
      );
    }
    return found;
  });
}

main().then(
  () => process.exit(0),
  error => {
    console.error(
      error.message.startsWith('There is no') ? error.message : error,
    );
    process.exit(1);
  },
);
