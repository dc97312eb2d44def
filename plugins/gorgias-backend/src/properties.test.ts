import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Knex } from 'knex';
import { advanceClock, setClock } from './__testUtils__/clock';
import { databases } from './__testUtils__/databases';
import { RunningGorgias, startGorgias } from './__testUtils__/startGorgias';

/** The Gorgias user whose grant it is, and who must stay an admin for a sync to work. */
const CONNECTED = 'ivy.nakamura@acme.example';

/** Something that happens at Gorgias, to the user of this position among the others. */
type Event =
  | { type: 'delete' | 'deactivate' | 'reactivate'; at: number }
  | { type: 'two-factor'; at: number; on: boolean | null }
  | { type: 'role'; at: number; role: string }
  | { type: 'invite'; name: string }
  | { type: 'connected-role'; role: string }
  | { type: 'fault'; status: number }
  | { type: 'sync' };

// Few, so that more than one thing happens to the same user; the second is a bot.
const at = fc.nat(2);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constantFrom('delete', 'deactivate', 'reactivate'),
    at,
  }),
  fc.record({
    type: fc.constant('two-factor'),
    at,
    on: fc.constantFrom(true, false, null),
  }),
  fc.record({
    type: fc.constant('role'),
    at,
    role: fc.constantFrom('admin', 'lite-agent', 'bot', 'new-role'),
  }),
  fc.record({
    type: fc.constant('invite'),
    name: fc.stringMatching(/^[a-z]{3,8}$/),
  }),
  fc.record({
    type: fc.constant('connected-role'),
    role: fc.constantFrom('admin', 'lite-agent'),
  }),
  fc.record({
    type: fc.constant('fault'),
    status: fc.constantFrom(403, 500, 503),
  }),
  { arbitrary: fc.record({ type: fc.constant('sync') }), weight: 3 },
);

/** A user and a bot who go in two steps, which chance brings up too seldom. */
const LONG_GOODBYE: Event[] = [
  { type: 'deactivate', at: 0 },
  { type: 'sync' },
  { type: 'delete', at: 0 },
  { type: 'delete', at: 0 },
  { type: 'sync' },
  { type: 'fault', status: 500 },
  { type: 'sync' },
];

describe('whatever happens at Gorgias', () => {
  let knex: Knex;
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    knex = await databases.init('SQLITE_3');
    gorgias = await startGorgias({ knex });
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const usersAtGorgias = async (): Promise<any[]> =>
    (await (await gorgias.control('GET', '/accounts/acme')).json()).users;

  const happen = async (happening: Exclude<Event, { type: 'sync' }>) => {
    const users = await usersAtGorgias();
    const others = users.filter(({ email }) => email !== CONNECTED);
    const user =
      'at' in happening
        ? others[happening.at % others.length]
        : users.find(({ email }) => email === CONNECTED);
    const change = (method: string, body?: object) =>
      gorgias.control(method, `/accounts/acme/users/${user.id}`, body);
    switch (happening.type) {
      case 'delete':
        return change('DELETE');
      case 'deactivate':
        return change('PATCH', { active: false });
      case 'reactivate':
        return change('PATCH', { active: true });
      case 'two-factor':
        return change('PATCH', { has_2fa_enabled: happening.on });
      case 'role':
      case 'connected-role':
        return change('PATCH', { role: happening.role });
      case 'invite':
        return gorgias.control('POST', '/accounts/acme/users', {
          name: happening.name,
          email: `${happening.name}@acme.example`,
          role: 'agent',
        });
      default:
        return gorgias.control('POST', '/accounts/acme/faults', {
          // More than are tried.
          failNext: { count: 20, status: happening.status },
        });
    }
  };

  /** The accounts that are not gone, as the table has them. */
  const accountsOf = (rows: any[]) =>
    rows
      .filter(({ state }) => state !== 'gone')
      .map(row => [
        row.account_id,
        row.state,
        row.gorgias_role,
        row.own_two_factor === null ? null : Boolean(row.own_two_factor),
        row.email,
      ])
      .sort();
  /** The same, as Gorgias has them. */
  const accountsAt = (users: any[]) =>
    users
      .map(user => [
        String(user.id),
        user.active ? 'active' : 'deactivated',
        user.role.name,
        user.has_2fa_enabled ?? null,
        user.email,
      ])
      .sort();

  it('the accounts are those of the last complete read, and a failed one changes nothing', async () => {
    const count = { complete: 0, failed: 0 };
    const keptRows = () => knex('accounts').orderBy('account_id');

    const syncAndCompare = async () => {
      const before = await keptRows();
      advanceClock({ minutes: 15 });
      await gorgias.scheduler.triggerTask('request-sync');
      await gorgias.runRequested();
      await gorgias.control('DELETE', '/accounts/acme/faults');
      const kept = await keptRows();
      const users = await usersAtGorgias();
      // None is started when the connection is waiting for a reconnect.
      const run = await knex('sync_runs')
        .where({ started_at: new Date().toISOString() })
        .first();
      const complete = run?.outcome === 'complete';
      count[complete ? 'complete' : 'failed'] += 1;

      expect(accountsOf(kept)).toEqual(
        complete ? accountsAt(users) : accountsOf(before),
      );
      expect(complete || isDeepStrictEqual(kept, before)).toBe(true);
      // Whoever was there once is kept, and when they went.
      expect(kept.map(row => row.account_id)).toEqual(
        expect.arrayContaining(before.map(row => row.account_id)),
      );
      expect(kept.every(row => (row.state === 'gone') === !!row.gone_at)).toBe(
        true,
      );
    };

    await fc.assert(
      fc
        .asyncProperty(
          fc.array(event, { minLength: 4, maxLength: 12 }),
          async events => {
            for (const one of [...events, { type: 'sync' as const }]) {
              await (one.type === 'sync' ? syncAndCompare() : happen(one));
            }
          },
        )
        .beforeEach(async () => {
          await gorgias.control('POST', '/accounts/acme/reset');
          for (const table of [
            'accounts',
            'identity_links',
            'verdicts',
            'gorgias_events',
            'event_polls',
          ]) {
            await knex(table).delete();
          }
          await gorgias.connect();
        }),
      { numRuns: 25, examples: [[LONG_GOODBYE]] },
    );
    expect(count.complete).toBeGreaterThan(10);
    expect(count.failed).toBeGreaterThan(5);
  });
});
