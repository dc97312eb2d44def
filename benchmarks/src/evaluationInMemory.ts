import {
  DEFAULT_DUE_DAYS,
  judgeAccounts,
  judgeSystem,
  toVerdicts,
} from 'backstage-plugin-gorgias-checks';
import { Benchmark, under } from './benchmark';
import { factsOf, identitiesOf } from './facts';
import { LARGE, ofSize } from './organisation';
import { secondsOf } from './statistics';

const AT = '2026-06-01T00:00:00.000Z';
/**
 * The first dozen take twice as long, until V8 has compiled everything and found
 * out how long what is made is needed. A backend judges far more often.
 */
const WARM_UP = 20;

/** Who everybody is and all five checks, with nothing read and nothing written. */
export const evaluationInMemory: Benchmark = {
  name: 'evaluation in memory',
  async run({ quick, repetitions }) {
    const size = quick ? ofSize(1_000) : LARGE;
    const facts = factsOf(size, AT);
    const { verdicts: previous } = judgeSystem(facts, [], DEFAULT_DUE_DAYS);
    // Each verdict is made and let go, as evaluations do with those that are as before.
    const judge = () => {
      const system = { ...facts, identities: identitiesOf(facts) };
      const verdicts = toVerdicts(system, judgeAccounts(system), {
        previous,
        dueDays: DEFAULT_DUE_DAYS,
      });
      let failing = 0;
      for (const { verdict } of verdicts) {
        if (verdict.status === 'failing') failing += 1;
      }
      return failing;
    };
    for (let round = 0; round < WARM_UP; round += 1) judge();
    const values: number[] = [];
    for (let round = 0; round < 5 * repetitions; round += 1) {
      values.push(await secondsOf(judge));
    }
    // Last, since judging is not to collect the text that this leaves.
    const writing: number[] = [];
    for (let round = 0; round < repetitions; round += 1) {
      writing.push(await secondsOf(() => JSON.stringify(previous)));
    }
    return [
      {
        what: 'identities and five checks',
        on: `${size.accounts} accounts, ${size.staff} staff, ${size.groups} groups`,
        unit: 's',
        values,
        baseline: { what: 'writing the verdicts as JSON', values: writing },
        mustReach: under(0.1, 's'),
      },
    ];
  },
};
