import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  DEFAULT_DUE_DAYS,
  SystemVerdict,
} from 'backstage-plugin-gorgias-checks';
import { Knex } from 'knex';
import { Evaluator } from '../checks/Evaluator';
import { judgeAnewBy } from './judgeAnew';

/** A user as the emulator's control API shows it. */
export interface EmulatedUser {
  id: number;
  name: string;
  email: string | null;
  active: boolean;
  role: { name: string };
  has_2fa_enabled?: boolean;
}

/** Expects that the database says what Gorgias says, and judged it as anybody would who looks at it now. */
export async function expectTruth(
  knex: Knex,
  entityRef: string,
  users: EmulatedUser[],
): Promise<void> {
  const accounts = await knex('accounts').orderBy('account_id');
  expect(
    accounts
      .filter(({ state }) => state !== 'gone')
      .map(row => ({
        id: row.account_id,
        name: row.name,
        email: row.email,
        state: row.state,
        role: row.gorgias_role,
        twoFactor: row.own_two_factor,
        goneAt: row.gone_at,
      })),
  ).toEqual(
    users
      .map(user => ({
        id: String(user.id),
        name: user.name,
        email: user.email,
        state: user.active ? 'active' : 'deactivated',
        role: user.role.name,
        twoFactor: user.has_2fa_enabled ?? null,
        goneAt: null,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const gone = accounts.filter(({ state }) => state === 'gone');
  for (const { gone_at, last_seen_at } of gone) {
    expect(gone_at > last_seen_at).toBe(true);
  }

  const { kept, anew } = await judgeAnew(knex, entityRef);
  expect(kept).toEqual(anew);
  expect(kept).toHaveLength(4 * accounts.length + 1);
}

/** Whether all accounts are as the last complete run read them, so that none that broke off has written any. */
export async function isLastSnapshot(knex: Knex): Promise<boolean> {
  const run = await knex('sync_runs')
    .where({ outcome: 'complete' })
    .orderBy('sequence', 'desc')
    .first();
  const seen: string[] = await knex('accounts')
    .whereNot({ state: 'gone' })
    .distinct()
    .pluck('last_seen_at');
  return (
    seen.length === 1 && seen[0] >= run.started_at && seen[0] <= run.finished_at
  );
}

/** The verdicts that are kept, and those that judging once more would give now; changes nothing. */
export async function judgeAnew(
  knex: Knex,
  entityRef: string,
): Promise<{ kept: SystemVerdict[]; anew: SystemVerdict[] }> {
  const evaluator = new Evaluator({
    matching: { plusAliases: false, domainAliases: {} },
    dueDays: DEFAULT_DUE_DAYS,
    staleAfterSeconds: 2 * 60 * 60,
    tracing: tracingServiceMock.mock(),
    webhooks: [],
  });
  return judgeAnewBy(evaluator, knex, entityRef, new Date().toISOString());
}
