import { DEFAULT_DUE_DAYS, judgeSystem } from 'backstage-plugin-gorgias-checks';
import { toAccountFacts } from '../../plugins/gorgias-backend/src/accounts/account';
import { identify } from '../../plugins/gorgias-backend/src/identities/identity';
import { Benchmark, under } from './benchmark';
import {
  LARGE,
  ofSize,
  orgRolesOf,
  ruleOf,
  staffOf,
  usersOf,
} from './organisation';
import { secondsOf } from './statistics';
import { evaluator } from './system';

const AT = '2026-06-01T00:00:00.000Z';
const WARM_UP = 3;

/** Who everybody is and all five checks, with nothing read and nothing written. */
export const evaluationInMemory: Benchmark = {
  name: 'evaluation in memory',
  async run({ quick, repetitions }) {
    const size = quick ? ofSize(1_000) : LARGE;
    const staff = staffOf(size);
    const accounts = usersOf(size)
      .map(toAccountFacts)
      .map(facts => ({
        ...facts,
        firstSeenAt: AT,
        lastSeenAt: AT,
        goneAt: null,
      }));
    const orgRoles = orgRolesOf(size);
    const judge = (previous: Parameters<typeof judgeSystem>[1]) => {
      const directory = evaluator.directory(staff);
      return judgeSystem(
        {
          isCritical: true,
          rule: ruleOf(size),
          owner: staff[0].entityRef,
          accounts,
          identities: new Map(
            accounts.map(account => [
              account.id,
              identify(
                account,
                { link: undefined, assigned: undefined },
                directory,
              ),
            ]),
          ),
          signInSettings: {
            ssoEnforced: false,
            twoFactorEnforced: false,
            twoFactorEnforcedAt: null,
            ssoWays: [],
          },
          staff,
          orgRoles,
          exceptions: [],
          lastLogIns: new Map(),
          now: AT,
        },
        previous,
        DEFAULT_DUE_DAYS,
      ).verdicts;
    };
    const previous = judge([]);
    for (let round = 0; round < WARM_UP; round += 1) judge(previous);
    const values: number[] = [];
    const writing: number[] = [];
    for (let round = 0; round < repetitions; round += 1) {
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
