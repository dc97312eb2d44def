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
import { Measurement } from './measurement';
import { PreparedSystems } from './preparedSystems';
import { readsUnderLoad } from './readsUnderLoad';
import { machineFacts, ReportRow, toTable, writeJson } from './report';
import { start } from './start';
import { verifier } from './verifier';

const BENCHMARKS: ReadonlyArray<Benchmark<any>> = [
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
  const postgresUrl = values.postgres!;
  const shared = new Databases(postgresUrl);
  const systems = new PreparedSystems(shared);
  const measurements = chosen.map(
    benchmark =>
      new Measurement(benchmark, { systems, postgresUrl, quick: values.quick }),
  );
  let rows: ReportRow[];
  try {
    rows = await rowsOf(measurements, values.quick);
  } finally {
    await Promise.all(measurements.map(measurement => measurement.end()));
    await shared.close();
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  const machine = machineFacts();
  console.log(`\n${toTable(rows)}\n`);
  console.log(
    `${machine.cores} × ${machine.cpu}, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${machine.node}; ${seconds} s`,
  );
  writeJson(values.results!, {
    at: new Date().toISOString(),
    quick: values.quick,
    seconds,
    machine,
    figures: rows,
  });
}

async function rowsOf(
  measurements: readonly Measurement[],
  quick: boolean,
): Promise<ReportRow[]> {
  if (quick) {
    // All at the same time, since nobody looks at the figures.
    const rows = await Promise.all(
      measurements.map(async measurement => {
        await measurement.prepare();
        return measurement.measure();
      }),
    );
    return rows.flat();
  }
  // What is not measured can be done at the same time.
  await Promise.all(measurements.map(measurement => measurement.prepare()));
  const rows: ReportRow[] = [];
  for (const measurement of measurements) {
    rows.push(...(await measurement.measure()));
  }
  return rows;
}

/** All, or those whose names begin with what was asked for. */
function choose(
  names: string[],
  quick: boolean,
): ReadonlyArray<Benchmark<any>> {
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
