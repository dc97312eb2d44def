import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import { recordingNotifications } from '../__testUtils__/recordingNotifications';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const SUPPORT = 'group:default/support';
const SAM = '411805933';
const TOMASZ = '417288460';

describe.each(databaseIds)('people are told on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  let notifications: ReturnType<typeof recordingNotifications>;

  const start = async (config: object = {}) => {
    setClock('2026-11-24T09:00:00Z');
    notifications = recordingNotifications();
    knex = await databases.init(id);
    gorgias = await startGorgias({
      knex,
      config: {
        staff: {
          managerField: 'metadata.annotations.acme.example/manager',
          offboarded: { annotation: 'acme.example/offboarded-on' },
        },
        ...config,
      },
      features: [notifications.feature()],
    });
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
  };

  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const runTask = () => gorgias.scheduler.triggerTask('notifications');
  /** What was told since the last time this was asked, by recipient. */
  const told = () => {
    const byRecipient = new Map(
      notifications.sent.map(({ recipients, payload }) => [
        recipients.type === 'entity' ? recipients.entityRef : '',
        payload,
      ]),
    );
    // One at most for each recipient.
    expect(byRecipient.size).toBe(notifications.sent.length);
    notifications.sent = [];
    return byRecipient;
  };
  const change = (accountId: string, fields: object) =>
    gorgias.control('PATCH', `/accounts/acme/users/${accountId}`, fields);
  const coverEverybody = async () => {
    const { accessRule } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    await gorgias.as(ADMIN).putAccessRule(GORGIAS, {
      spec: { type: 'all-staff' },
      revision: accessRule?.revision ?? 0,
    });
  };
  /** Lets so many hours pass, in which Gorgias is read again. */
  const pass = async (hours: number) => {
    advanceClock({ hours });
    await gorgias.sync();
  };

  it('by whom something is to be done, once', async () => {
    await start();
    await runTask();
    const first = told();
    expect(first.get(ENGINEER)).toEqual({
      title: 'Gorgias: Your own account should have MFA enabled',
      link: '/critical-systems/resource/default/gorgias',
      severity: 'normal',
      topic: 'gorgias-to-do',
      scope: 'to-do:resource:default/gorgias:user:default/sam.rivers',
    });
    // Maya manages Tomasz, who left, and is told of it without his name.
    expect(first.get(OWNER)).toMatchObject({
      title: expect.stringContaining(
        'Gorgias access should be removed for offboarded user: 1 account',
      ),
      link: '/critical-systems/resource/default/gorgias/people',
      severity: 'critical',
    });
    expect(first.get(SUPPORT)).toMatchObject({
      title: expect.stringMatching(/^Gorgias: \d+ things wait for you$/),
      description: expect.stringMatching(
        /Critical system access control should be configured.*User should be identified: \d+ accounts/,
      ),
      link: '/critical-systems/resource/default/gorgias/manage',
      severity: 'high',
    });
    expect(JSON.stringify([...first])).not.toMatch(/tomasz|@/i);
    expect([...first.keys()]).not.toContain('user:default/tomasz.kowalski');

    await pass(1);
    await runTask();
    await pass(30);
    await runTask();
    expect(told().size).toBe(0);
  });

  it('without looking at every verdict each minute, while nothing changes', async () => {
    await start();
    await runTask();
    told();
    const asked: string[] = [];
    knex.on('query', ({ sql }) => asked.push(sql));
    advanceClock({ minutes: 1 });
    await runTask();
    expect(asked.filter(sql => sql.includes('told_duties'))).toEqual([]);
    expect(asked.filter(sql => /from .verdicts/.test(sql))).toEqual([]);
    await pass(1);
    asked.length = 0;
    await runTask();
    // Of each check those that fail, and those that nobody can say.
    expect(asked.filter(sql => /from .verdicts/.test(sql))).toHaveLength(10);
  });

  it('again when what was solved has come back', async () => {
    await start();
    await runTask();
    told();
    await change(SAM, { has_2fa_enabled: true });
    await pass(25);
    await runTask();
    expect(told().has(ENGINEER)).toBe(false);
    await change(SAM, { has_2fa_enabled: false });
    await pass(1);
    await runTask();
    await runTask();
    expect([...told().keys()]).toEqual([ENGINEER]);
  });

  it('of more when the interval is over, and of what is left', async () => {
    await start({ notifications: { digestInterval: { hours: 5 } } });
    await coverEverybody();
    await runTask();
    expect(told().has(SUPPORT)).toBe(true);
    await gorgias.as(OWNER).requestException(GORGIAS, {
      accountId: SAM,
      checkId: 'mfa-enabled',
      reason: 'The token is on order.',
      until: '2026-12-01T09:00:00.000Z',
    });
    await pass(4);
    await runTask();
    expect(told().size).toBe(0);
    await pass(1);
    await runTask();
    const later = told();
    expect([...later.keys()]).toEqual([SUPPORT]);
    expect(later.get(SUPPORT)).toMatchObject({
      title: 'Gorgias: Decide about 1 requested exception',
      description: expect.stringMatching(/^\d+ more that you were told of/),
      link: '/critical-systems/resource/default/gorgias/manage#exceptions',
    });
  });

  it('at once when somebody who left still has access', async () => {
    await start();
    await change(TOMASZ, { active: false });
    await pass(0);
    await runTask();
    expect(told().get(OWNER)?.severity).not.toBe('critical');
    await change(TOMASZ, { active: true });
    await pass(0);
    await runTask();
    const urgent = told();
    expect([...urgent.keys()]).toEqual([OWNER]);
    expect(urgent.get(OWNER)).toMatchObject({ severity: 'critical' });
  });

  it('nothing of old facts, and nothing twice because of them', async () => {
    await start({ notifications: { digestInterval: { minutes: 5 } } });
    advanceClock({ hours: 3 });
    await runTask();
    expect([...told().keys()]).toEqual([SUPPORT]);
    await pass(1);
    await runTask();
    expect(told().has(ENGINEER)).toBe(true);
    advanceClock({ hours: 3 });
    await runTask();
    await pass(1);
    await runTask();
    expect(told().size).toBe(0);
  });

  it('that the connection needs somebody, also when facts are old by then', async () => {
    await start();
    await coverEverybody();
    await runTask();
    told();
    await gorgias.control('POST', '/accounts/acme/revoke-grants');
    await pass(25);
    await runTask();
    const broken = told();
    expect([...broken.keys()]).toEqual([SUPPORT]);
    expect(broken.get(SUPPORT)).toMatchObject({
      title: 'Gorgias: Reconnect Gorgias',
      severity: 'high',
    });
  });

  it('that a held sync waits', async () => {
    await start({ sync: { massChange: { share: 0.05, minimum: 1 } } });
    await runTask();
    told();
    for (const accountId of [SAM, TOMASZ]) {
      await gorgias.control('DELETE', `/accounts/acme/users/${accountId}`);
    }
    await pass(25);
    await runTask();
    expect(told().get(SUPPORT)).toMatchObject({
      title: 'Gorgias: Review the held sync',
    });
  });

  it('by one of several replicas', async () => {
    await start();
    const other = await startGorgias({
      knex,
      beside: gorgias,
      config: {
        staff: { managerField: 'metadata.annotations.acme.example/manager' },
      },
      features: [notifications.feature()],
    });
    try {
      const both = () =>
        Promise.all([
          runTask(),
          other.scheduler.triggerTask('notifications'),
          runTask(),
        ]);
      await both();
      expect(told().has(ENGINEER)).toBe(true);
      await change(TOMASZ, { active: false });
      await pass(25);
      await both();
      told();
      await change(TOMASZ, { active: true });
      await pass(1);
      await both();
      expect([...told().keys()]).toEqual([OWNER]);
    } finally {
      await other.stop();
    }
  });

  it('later, when nobody can be told now', async () => {
    await start();
    await runTask();
    told();
    await change(SAM, { has_2fa_enabled: true });
    await pass(25);
    await runTask();
    await change(SAM, { has_2fa_enabled: false });
    await pass(1);
    notifications.outage = new Error('No notifications here');
    await runTask();
    notifications.outage = undefined;
    await runTask();
    await runTask();
    expect([...told().keys()]).toEqual([ENGINEER]);
  });

  it('later, without trying everybody when nobody can be told', async () => {
    await start();
    const like = await knex('verdicts')
      .where({ check_id: 'mfa-enabled', account_id: SAM })
      .first();
    const others = Array.from({ length: 2_500 }, (_, n) => ({
      ...like,
      account_id: `${n}`,
      owner: `user:default/p${n}`,
    }));
    await knex.batchInsert('verdicts', others, 50);
    notifications.outage = new Error('No notifications here');
    await runTask();
    expect(notifications.failures).toBe(20);
    notifications.outage = undefined;
    await runTask();
    const recipients = [...told().keys()];
    expect(recipients).toEqual(
      expect.arrayContaining(others.map(({ owner }) => owner)),
    );
    await runTask();
    expect(told().size).toBe(0);
  });

  it('of critical systems only', async () => {
    await start();
    await gorgias.as(ADMIN).removeCriticalSystem(GORGIAS);
    await runTask();
    expect(told().size).toBe(0);
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await runTask();
    const first = told();
    expect(first.has(ENGINEER)).toBe(true);
    await gorgias.as(ADMIN).removeCriticalSystem(GORGIAS);
    await runTask();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await runTask();
    expect(told()).toEqual(first);
  });

  it('nothing where it is switched off', async () => {
    await start({ notifications: { enabled: false } });
    await expect(runTask()).rejects.toThrow();
    expect(notifications.sent).toEqual([]);
  });
});
