import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { beChild } from './child';
import { connectTo } from './databases';
import { PreparedSystem } from './preparedSystems';
import { secondsOf } from './statistics';
import { System } from './system';

/** So many are judged before, so that few take no longer than many because nothing is compiled. */
const WARM_UP_ACCOUNTS = 5_000;

/** What is to be measured. */
export interface GrowthOptions extends PreparedSystem {
  repetitions: number;
}

/** What was measured of each evaluation. */
export interface Growth {
  steadySeconds: number[];
  changedSeconds: number[];
  /** By how many bytes the process was larger during it than before, at most. */
  peakBytes: number[];
  /** By how many bytes what is in use of the heap had grown after it. */
  keptBytes: number[];
  /** The longest in which nothing else in the process had a turn. */
  blockedMilliseconds: number[];
}

beChild<GrowthOptions>(async ({ repetitions, ...prepared }) => {
  const knex = connectTo(prepared.database);
  const system = await System.open(knex, prepared);
  for (let judged = 0; judged < WARM_UP_ACCOUNTS; judged += prepared.accounts) {
    await system.evaluate();
  }
  const growth: Growth = {
    steadySeconds: [],
    changedSeconds: [],
    peakBytes: [],
    keptBytes: [],
    blockedMilliseconds: [],
  };
  const measure = async (seconds: number[]) => {
    globalThis.gc!();
    const before = process.memoryUsage();
    const peak = watchPeak();
    const turns = monitorEventLoopDelay({ resolution: 1 });
    turns.enable();
    seconds.push(await secondsOf(() => system.evaluate()));
    turns.disable();
    growth.blockedMilliseconds.push(turns.max / 1e6);
    growth.peakBytes.push((await peak.stop()) - before.rss);
    globalThis.gc!();
    growth.keptBytes.push(process.memoryUsage().heapUsed - before.heapUsed);
  };
  for (let round = 0; round < repetitions; round += 1) {
    await measure(growth.steadySeconds);
    await system.change(0.01);
    await measure(growth.changedSeconds);
  }
  await knex.destroy();
  return growth;
});

/** Watches how large the process is, from a thread of its own, as an evaluation lets no timer of this one go off in time. */
function watchPeak(): { stop(): Promise<number> } {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     let peak = 0;
     const look = () => { peak = Math.max(peak, process.memoryUsage.rss()); };
     setInterval(look, 5);
     parentPort.once('message', () => { look(); parentPort.postMessage(peak); });`,
    { eval: true, execArgv: [] },
  );
  return {
    async stop() {
      const peak = new Promise<number>(resolve =>
        worker.once('message', resolve),
      );
      worker.postMessage('stop');
      const bytes = await peak;
      await worker.terminate();
      return bytes;
    },
  };
}
