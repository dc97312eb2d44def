import { DEFAULT_DUE_DAYS, judgeSystem } from 'backstage-plugin-gorgias-checks';
import { Benchmark, under } from './benchmark';
import { factsOf, identitiesOf } from './facts';
import { LARGE, ofSize } from './organisation';
import { secondsOf } from './statistics';

const AT = '2026-06-01T00:00:00.000Z';
const WARM_UP = 3;

/** Who everybody is and all five checks, with nothing read and nothing written. */
export const evaluationInMemory: Benchmark = {
  name: 'evaluation in memory',
  async run({ quick, repetitions }) {
    const size = quick ? ofSize(1_000) : LARGE;
    const facts = factsOf(size, AT);
    const judge = (previous: Parameters<typeof judgeSystem>[1]) =>
      judgeSystem(
        { ...facts, identities: identitiesOf(facts) },
        previous,
        DEFAULT_DUE_DAYS,
      ).verdicts;
    const previous = judge([]);
    for (let round = 0; round < WARM_UP; round += 1) judge(previous);
    const values: number[] = [];
    const writing: number[] = [];
    for (let round = 0; round < repetitions; round += 1) {
      // Else it collects the text that was written before.
      globalThis.gc!();
      values.push(await secondsOf(() => judge(previous)));
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
