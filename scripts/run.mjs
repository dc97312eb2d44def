// What `npm start` and `npm test` run, and a way to Yarn for people who have only npm:
//
//   node scripts/run.mjs setup            bring Node, Yarn and the dependencies
//   node scripts/run.mjs start [args]     set up, then start the development host
//   node scripts/run.mjs replicas [port]  set up, then start two backends behind a proxy
//   node scripts/run.mjs test             set up, then run every test
//   node scripts/run.mjs test-replicas    set up, then try the host of `replicas` in a browser
//   node scripts/run.mjs benchmark [args] set up, then measure (--quick: in two minutes)
//   node scripts/run.mjs attack           set up, then attack every route and the log-in at Gorgias
//   node scripts/run.mjs packed [--keep]  set up, then test the packages as they are packed
//   node scripts/run.mjs soak [args]      set up, then let everything go wrong for ten minutes
//   node scripts/run.mjs exec <args>      run the vendored Yarn under the right Node
import { runForeground, stopTreesOnSignal } from './processes.mjs';
import { setUp, toolchain } from './setup.mjs';
import { SetupError } from './failures.mjs';

const [command, ...args] = process.argv.slice(2);

// Under Yarn the two scripts mean what they mean in every Backstage project.
const underYarn = process.env.npm_config_user_agent?.startsWith('yarn/');

async function main() {
  if (underYarn && (command === 'start' || command === 'test')) {
    return runForeground('backstage-cli', ['repo', command, ...args]);
  }
  switch (command) {
    case 'setup':
      await setUp();
      return 0;
    case 'start': {
      const { start } = await import('./start.mjs');
      return start(await setUp(), args);
    }
    case 'replicas': {
      const { replicas } = await import('./replicas.mjs');
      return replicas(await setUp(), args);
    }
    case 'test': {
      if (args.length > 0) {
        throw new SetupError(
          `npm test runs everything and takes no arguments (got: ${args.join(
            ' ',
          )}). CONTRIBUTING.md says how to run one test.`,
        );
      }
      const { test } = await import('./test.mjs');
      return test(await setUp());
    }
    case 'benchmark': {
      const { benchmark } = await import('./benchmark.mjs');
      return benchmark(await setUp(), args);
    }
    case 'soak': {
      const { soak } = await import('./soak.mjs');
      return soak(await setUp(), args);
    }
    case 'test-replicas': {
      const { testReplicas } = await import('./test.mjs');
      return testReplicas(await setUp());
    }
    case 'attack': {
      const { attack } = await import('./attack.mjs');
      return attack(await setUp());
    }
    case 'packed': {
      const { packed } = await import('./packed.mjs');
      return packed(await setUp(), { keep: args.includes('--keep') });
    }
    case 'exec': {
      const { node, yarn, env } = await toolchain();
      return runForeground(node, [yarn, ...args], { env });
    }
    default:
      throw new SetupError(
        `Unknown command "${command}": scripts/run.mjs says at its top what there is.`,
      );
  }
}

stopTreesOnSignal();
let exitCode = 1;
try {
  exitCode = await main();
} catch (error) {
  process.stderr.write(
    `${error instanceof SetupError ? error.message : error.stack}\n`,
  );
}
process.exit(exitCode);
