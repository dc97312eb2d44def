import { Benchmark } from './benchmark';
import { fetchFloor, LiveGorgias } from './live';
import { secondsOf } from './statistics';

const ACCOUNTS = 1_000;
const PAGES = ACCOUNTS / 100;
const LATENCY_MILLISECONDS = 250;

/** What a person waits for, from coming back from Gorgias' pages to the first verdicts. */
export const connecting: Benchmark = {
  name: 'connecting',
  async run({ quick, repetitions, makeDatabase, note }) {
    const values: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < (quick ? 1 : repetitions); round += 1) {
      note(`round ${round + 1}`);
      const live = await LiveGorgias.start({
        database: await makeDatabase('PostgreSQL'),
        accounts: ACCOUNTS,
        latencyMilliseconds: LATENCY_MILLISECONDS,
      });
      try {
        const comeBack = await live.allow();
        values.push(
          await secondsOf(async () => {
            await comeBack();
            await live.firstVerdicts();
          }),
        );
        const { requests } = await live.statistics();
        floors.push(
          fetchFloor({
            pages: PAGES,
            requests,
            latencyMilliseconds: LATENCY_MILLISECONDS,
          }),
        );
      } finally {
        await live.stop();
      }
    }
    return [
      {
        what: 'from the callback to the first verdicts',
        on: `${ACCOUNTS} accounts, ${LATENCY_MILLISECONDS} ms an answer, PostgreSQL`,
        unit: 's',
        values,
        baseline: { what: 'fetching the pages', values: floors },
        mustReach: {
          text: 'at most the baseline + 2 s',
          holds: (median, floor) => median <= floor + 2,
        },
      },
    ];
  },
};
