import { setTimeout as delay } from 'node:timers/promises';
import { Benchmark, under } from './benchmark';
import { connectTo } from './databases';
import { LiveGorgias, until } from './live';
import { ENTITY } from './system';

const ACCOUNTS = 1_000;
const LATENCY_MILLISECONDS = 250;
/** How often the plugin looks at the event log, and how often Backstage's scheduler looks whether it is time. */
const POLL_SECONDS = 30;
const SCHEDULER_SECONDS = 5;
/** Within this time after the backend, the first run by the schedule has been asked for. */
const FIRST_RUN_SECONDS = 15;

/** From the moment somebody turns 2FA off at Gorgias to the verdict, at default settings and by the real scheduler. */
export const changeToVerdict: Benchmark = {
  name: 'change to verdict',
  async run({ quick, repetitions, makeDatabase, note }) {
    const all: number[] = [];
    const afterPoll: number[] = [];
    const database = await makeDatabase('PostgreSQL');
    const live = await LiveGorgias.start({
      database,
      accounts: ACCOUNTS,
      latencyMilliseconds: LATENCY_MILLISECONDS,
    });
    const knex = connectTo(database);
    try {
      await live.connect();
      // A run by the schedule would see the change before the event log is
      // looked at; the first of them begins soon after the backend.
      await delay(FIRST_RUN_SECONDS * 1000);
      await live.sync();
      const { items } = await live.client.listAccounts(ENTITY, {
        check: 'mfa-enabled',
        status: 'passing',
      });
      for (let round = 0; round < (quick ? 1 : repetitions); round += 1) {
        note(`round ${round + 1}`);
        const { id } = items[round];
        const changedAt = Date.now();
        await live.changeUser(id, { has_2fa_enabled: false });
        await until(async () => {
          const { verdicts } = await live.client.getAccount(ENTITY, id);
          return verdicts.find(
            ({ checkId, status }) =>
              checkId === 'mfa-enabled' && status === 'failing',
          );
        }, 'the verdict');
        const judgedAt = Date.now();
        // Both processes go by the clock of this machine.
        const { seen_at: seenAt } = await knex('gorgias_events')
          .where({ type: 'user-2fa-changed', account_id: id })
          .first();
        all.push((judgedAt - changedAt) / 1000);
        afterPoll.push((judgedAt - Date.parse(seenAt)) / 1000);
      }
    } finally {
      await knex.destroy();
      await live.stop();
    }
    const on = `${ACCOUNTS} accounts, ${LATENCY_MILLISECONDS} ms an answer, PostgreSQL`;
    return [
      {
        what: 'whenever it happens',
        on,
        unit: 's',
        values: all,
        mustReach: under(90, 's'),
      },
      {
        what: 'after the look at the event log that sees it',
        on,
        unit: 's',
        values: afterPoll,
        mustReach: under(5, 's'),
      },
      {
        what: `the same, with the longest wait for a look (${POLL_SECONDS} s, ${SCHEDULER_SECONDS} s of the scheduler) added`,
        on,
        unit: 's',
        values: afterPoll.map(
          seconds => seconds + POLL_SECONDS + SCHEDULER_SECONDS,
        ),
        mustReach: under(90, 's'),
      },
    ];
  },
};
