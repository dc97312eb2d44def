import {
  SystemSummary,
  SystemTrends,
  TrendDay,
} from 'backstage-plugin-gorgias-common';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const SUPPORT = 'group:default/support';
const TOMASZ = 'tomasz.kowalski@acme.example';

describe.each(databaseIds)('trends on %s', id => {
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    gorgias = await startGorgias({ knex: await databases.init(id) });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const admin = () => gorgias.as(ADMIN);
  const trends = (days?: number) => admin().getTrends(GORGIAS, days);
  const summary = () => admin().getSystem(GORGIAS);
  const daysOf = ({ days }: SystemTrends) => days.map(({ day }) => day);
  const countsOf = ({ checks }: SystemSummary): TrendDay['checks'] =>
    Object.fromEntries(
      checks.map(({ checkId, counts }) => [checkId, counts]),
    ) as TrendDay['checks'];
  const noCounts = { passing: 0, failing: 0, exempt: 0, unknown: 0 };
  const expectTodayAsSummary = async () => {
    expect((await trends()).days.at(-1)!.checks).toEqual(
      countsOf(await summary()),
    );
  };
  const evaluateDue = () => gorgias.scheduler.triggerTask('evaluate-due');
  const syncOn = async (iso: string) => {
    jest.setSystemTime(new Date(iso));
    await gorgias.sync();
  };

  it('know nothing of a system that was never judged', async () => {
    expect(await trends()).toEqual({
      days: [],
      timeToRevoke: { people: 0, medianSeconds: null, worstSeconds: null },
      revokeWithinDays: 1,
      revocations: [],
    });
  });

  it('count today what the summary counts, whatever happens', async () => {
    await admin().addCriticalSystem(GORGIAS);
    expect(daysOf(await trends())).toEqual(['2026-11-24']);
    await expectTodayAsSummary();

    await gorgias.connect();
    await expectTodayAsSummary();

    await admin().putAccessRule(GORGIAS, {
      spec: { type: 'org-roles', orgRoles: [SUPPORT] },
      revision: 0,
    });
    await expectTodayAsSummary();
    const before = await trends();
    expect(before.days[0].checks['access-valid'].passing).toBeGreaterThan(0);

    // Taken off the list, it is judged on, and as far as it can be.
    await admin().removeCriticalSystem(GORGIAS);
    await expectTodayAsSummary();
    const after = await trends();
    expect(after.days[0].checks['access-valid'].passing).toBe(0);
    expect(after.days[0].checks['mfa-enabled']).toEqual(
      before.days[0].checks['mfa-enabled'],
    );
  });

  it('have every day of a run, also of one that changed nothing', async () => {
    await gorgias.connect();
    await syncOn('2026-11-24T23:30:00Z');
    const [first] = (await trends()).days;
    await syncOn('2026-11-25T09:00:00Z');
    expect((await summary()).sync.last).toMatchObject({
      outcome: 'complete',
      changes: { added: 0, updated: 0, gone: 0 },
    });

    // Read shortly before midnight: the day did not end with old facts. And
    // the facts of the second are new, however old those before were.
    expect((await trends()).days).toEqual([
      first,
      { ...first, day: '2026-11-25' },
    ]);
    expect(first.checks['mfa-enabled'].passing).toBeGreaterThan(0);
    await expectTodayAsSummary();
  });

  it('never count as passing what got too old, though nobody judged it then', async () => {
    await gorgias.connect();
    const [fresh] = (await trends()).days;
    advanceClock({ hours: 2 });
    expect((await trends()).days).toEqual([fresh]);
    advanceClock({ minutes: 1 });
    const [stale] = (await trends()).days;
    expect(stale.checks['mfa-enabled']).toMatchObject(noCounts);
    expect(stale.checks['mfa-enabled'].stale).toBeGreaterThan(0);
    await expectTodayAsSummary();

    // Nobody was there on the days between.
    await syncOn('2026-11-27T09:00:00Z');
    expect((await trends()).days).toEqual([
      stale,
      { ...fresh, day: '2026-11-27' },
    ]);
  });

  it('have a day that is stale for as long as Gorgias can not be read', async () => {
    await gorgias.connect();
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 200, status: 503 },
    });
    await syncOn('2026-11-25T09:00:00Z');
    expect((await summary()).sync.last!.outcome).toBe('failed');
    expect(daysOf(await trends())).toEqual(['2026-11-24']);

    await evaluateDue();
    const { days } = await trends();
    expect(days.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-25']);
    expect(days[1].checks['user-identified']).toMatchObject(noCounts);
    await expectTodayAsSummary();
  });

  it('go back as many days as are asked for, and are kept for 400', async () => {
    await gorgias.connect();
    await syncOn('2027-02-21T09:00:00Z');
    expect(daysOf(await trends())).toEqual(['2026-11-24', '2027-02-21']);
    await syncOn('2027-02-22T09:00:00Z');
    expect(daysOf(await trends())).toEqual(['2027-02-21', '2027-02-22']);
    expect(daysOf(await trends(91))).toHaveLength(3);
    expect(daysOf(await trends(2))).toHaveLength(2);
    expect(daysOf(await trends(1))).toEqual(['2027-02-22']);

    jest.setSystemTime(new Date('2027-12-28T09:00:00Z'));
    await evaluateDue();
    expect(daysOf(await trends(400))).toEqual([
      '2026-11-24',
      '2027-02-21',
      '2027-02-22',
      '2027-12-28',
    ]);
    jest.setSystemTime(new Date('2027-12-30T09:00:00Z'));
    await evaluateDue();
    // The clock goes back, to see what is kept and not only what is shown.
    jest.setSystemTime(new Date('2027-12-28T09:00:00Z'));
    expect(daysOf(await trends(400))[0]).toBe('2027-02-21');
  });

  it('tell how long removing access took, and colleagues not whose', async () => {
    await gorgias.connect();
    expect((await trends()).revocations).toEqual([]);
    const { users } = await (
      await gorgias.control('GET', '/accounts/acme')
    ).json();
    const { id: userId } = users.find(
      ({ email }: { email: string }) => email === TOMASZ,
    );
    await gorgias.control('PATCH', `/accounts/acme/users/${userId}`, {
      active: false,
    });
    await syncOn('2026-11-24T10:00:00Z');

    const seen = await trends();
    const { timeToRevoke } = await admin().listOffboarded(GORGIAS);
    expect(timeToRevoke.people).toBe(1);
    expect(seen).toMatchObject({
      timeToRevoke,
      revocations: [
        {
          removedAt: expect.stringContaining('2026-11-24T09:00:00'),
          tookSeconds: timeToRevoke.worstSeconds,
        },
      ],
    });
    expect(JSON.stringify(seen)).not.toMatch(/tomasz/i);

    expect(await gorgias.as(ENGINEER).getTrends(GORGIAS)).toEqual({
      ...seen,
      revocations: [],
    });

    jest.setSystemTime(new Date('2027-11-24T09:00:00Z'));
    expect((await trends(10)).revocations).toEqual([]);
  });
});
