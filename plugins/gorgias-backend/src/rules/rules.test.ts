import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const NOW = '2026-11-24T09:00:00.000Z';
const SUPPORT = 'group:default/support';
const FINANCE = 'group:default/finance';
const ELENA = 'user:default/elena.popescu';
const supportOnly: AccessRuleSpec = { type: 'org-roles', orgRoles: [SUPPORT] };
const withFinance: AccessRuleSpec = {
  type: 'org-roles',
  orgRoles: [SUPPORT, FINANCE],
};
const naming = (subject: string, until: string): AccessRuleSpec => ({
  ...supportOnly,
  people: [{ subject, ticket: 'HELP-42', until }],
});

describe.each(databaseIds)('access rules on %s', id => {
  const auditor = mockServices.auditor.mock();
  let gorgias: RunningGorgias;

  const admin = () => gorgias.as(ADMIN);

  beforeEach(async () => {
    setClock(NOW);
    auditor.createEvent.mockReset().mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [auditor.factory],
    });
    await gorgias.connect();
    await admin().addCriticalSystem(GORGIAS);
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const put = (
    spec: AccessRuleSpec,
    revision: number,
    more: { reason?: string; factsVersion?: string } = {},
  ) => admin().putAccessRule(GORGIAS, { spec, revision, ...more });
  const preview = (spec: AccessRuleSpec) =>
    admin().previewAccessRule(GORGIAS, spec);
  const rule = async () => (await admin().getAccessRule(GORGIAS)).accessRule;
  const versions = async () =>
    (await admin().listAccessRuleVersions(GORGIAS)).items;
  const account = async (name: string) =>
    (await admin().listAccounts(GORGIAS, { limit: 100 })).items.find(
      row => row.name === name,
    )!;
  const access = async (name: string) =>
    (await account(name)).verdicts.find(
      ({ checkId }) => checkId === 'access-valid',
    )!;
  const configured = async () =>
    (await admin().getSystem(GORGIAS)).checks.find(
      ({ checkId }) => checkId === 'access-control-configured',
    )!;
  const conflict = (message: string) => ({
    statusCode: 409,
    body: { error: { message: expect.stringContaining(message) } },
  });
  const change = async (name: string, facts: object) =>
    gorgias.control(
      'PATCH',
      `/accounts/acme/users/${(await account(name)).id}`,
      facts,
    );

  it('keeps every version: who changed what when, and why', async () => {
    await put(supportOnly, 0, { reason: 'They answer customers.' });
    advanceClock({ minutes: 5 });
    const second = await put(withFinance, 1, { reason: 'Refunds.' });
    const inForce = {
      spec: withFinance,
      revision: 2,
      updatedAt: '2026-11-24T09:05:00.000Z',
      updatedBy: ADMIN,
      reason: 'Refunds.',
    };
    expect(second.accessRule).toEqual({
      ...inForce,
      missingOrgRoles: [],
      missingPeople: [],
    });
    expect(await rule()).toEqual(second.accessRule);
    expect(await versions()).toEqual([
      inForce,
      {
        spec: supportOnly,
        revision: 1,
        updatedAt: NOW,
        updatedBy: ADMIN,
        reason: 'They answer customers.',
      },
    ]);
    const page = await admin().listAccessRuleVersions(GORGIAS, { limit: 1 });
    expect(page).toMatchObject({ items: [inForce], totalItems: 2 });
    expect(
      await admin().listAccessRuleVersions(GORGIAS, {
        limit: 1,
        cursor: page.nextCursor,
      }),
    ).toMatchObject({ items: [{ revision: 1 }] });

    const history = await admin().listHistory(GORGIAS, { kind: 'access-rule' });
    expect(history.items).toMatchObject([
      {
        at: '2026-11-24T09:05:00.000Z',
        by: ADMIN,
        before: { spec: supportOnly, revision: 1 },
        after: { spec: withFinance, revision: 2, reason: 'Refunds.' },
      },
      { by: ADMIN, before: null, after: { spec: supportOnly, revision: 1 } },
    ]);
    expect(
      auditor.createEvent.mock.calls
        .map(([event]) => event)
        .filter(({ eventId }) => eventId === 'access-rule-update'),
    ).toMatchObject([
      {
        severityLevel: 'high',
        meta: {
          entityRef: GORGIAS,
          before: null,
          after: { spec: supportOnly, reason: 'They answer customers.' },
        },
      },
      {
        meta: {
          before: { spec: supportOnly, revision: 1 },
          after: { spec: withFinance, revision: 2, reason: 'Refunds.' },
        },
      },
    ]);
  });

  it('lets the second of two admins know, and loses nothing', async () => {
    await put(supportOnly, 0);
    const both = await Promise.allSettled([
      put(withFinance, 1),
      put({ type: 'all-staff' }, 1),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(both.find(one => one.status === 'rejected')).toMatchObject({
      reason: conflict('somebody else has changed the access rule'),
    });
    const saved = both.find(one => one.status === 'fulfilled')!.value;
    expect(await rule()).toEqual(saved.accessRule);
    expect((await versions()).map(({ spec }) => spec)).toEqual([
      saved.accessRule!.spec,
      supportOnly,
    ]);
    for (const revision of [0, 1, 7]) {
      await expect(put(supportOnly, revision)).rejects.toMatchObject(
        conflict('read it again and repeat your change'),
      );
    }
    expect(await versions()).toHaveLength(2);
  });

  it('says so when the facts have changed since the preview', async () => {
    await put(supportOnly, 0);
    const looked = await preview(withFinance);
    expect(looked.changes).toEqual([
      expect.objectContaining({
        name: 'Elena Popescu',
        from: 'failing',
        to: 'passing',
      }),
      ...looked.changes.slice(1),
    ]);
    await gorgias.sync();
    expect(await preview(withFinance)).toEqual(looked);

    await change('Sam Rivers', { role: 'admin' });
    await gorgias.sync();
    const { factsVersion } = looked;
    await expect(put(withFinance, 1, { factsVersion })).rejects.toMatchObject(
      conflict('the facts have changed since the preview'),
    );
    expect(await rule()).toMatchObject({ spec: supportOnly, revision: 1 });
    expect(await versions()).toHaveLength(1);
    expect(await access('Elena Popescu')).toMatchObject({ status: 'failing' });

    const again = await preview(withFinance);
    await put(withFinance, 1, { factsVersion: again.factsVersion });
    expect(await access('Elena Popescu')).toMatchObject({ status: 'passing' });
    expect((await preview(withFinance)).changes).toEqual([]);
  });

  it('previews exactly what saving then does', async () => {
    const statuses = async () =>
      new Map(
        (
          await admin().listAccounts(GORGIAS, { limit: 100, state: 'active' })
        ).items.map(row => [
          row.id,
          row.verdicts.find(({ checkId }) => checkId === 'access-valid')!
            .status,
        ]),
      );
    const later = '2027-03-01T00:00:00.000Z';
    const specs: AccessRuleSpec[] = [
      { type: 'all-staff' },
      supportOnly,
      {
        ...supportOnly,
        gorgiasRoles: { [SUPPORT]: ['basic-agent', 'lite-agent'] },
      },
      naming(ELENA, later),
      { type: 'named-people', people: naming(ELENA, later).people! },
      { type: 'org-roles', orgRoles: ['group:default/dissolved'] },
    ];
    for (const [revision, spec] of specs.entries()) {
      const before = await statuses();
      const { changes, factsVersion, ...counts } = await preview(spec);
      const { accessRule } = await put(spec, revision, { factsVersion });
      const after = await statuses();

      expect(
        changes.map(({ accountId, from, to }) => [accountId, from, to]),
      ).toEqual(
        [...after]
          .filter(([of, status]) => before.get(of) !== status)
          .map(([of, status]) => [of, before.get(of), status]),
      );
      const count = (status: string) =>
        [...after.values()].filter(value => value === status).length;
      expect(counts).toMatchObject({
        passing: count('passing'),
        failing: count('failing'),
        exempt: count('exempt'),
        unknown: count('unknown'),
        missingOrgRoles: accessRule!.missingOrgRoles,
        missingPeople: accessRule!.missingPeople,
      });
    }
  });

  it('limits an org role to Gorgias roles', async () => {
    await put(
      {
        ...supportOnly,
        gorgiasRoles: { [SUPPORT]: ['agent', 'basic-agent', 'lite-agent'] },
      },
      0,
    );
    expect(await access('Sam Rivers')).toMatchObject({
      status: 'passing',
      ground: expect.stringContaining('Sam Rivers is one of them, as Basic.'),
    });
    expect(await access('Maya Ortiz')).toMatchObject({
      status: 'failing',
      ground: `The access rule allows members of ${SUPPORT} (as Lead or Basic or Lite); Maya Ortiz is one of them, but the Gorgias role of the account is Admin.`,
    });
    await change('Sam Rivers', { role: 'admin' });
    await gorgias.sync();
    expect(await access('Sam Rivers')).toMatchObject({ status: 'failing' });
  });

  it('ends the access of somebody who is named on the date', async () => {
    // Ten in the morning in Berlin.
    await put(naming(ELENA, '2026-11-24T11:00:00+01:00'), 0);
    expect((await rule())!.spec.people).toEqual([
      { subject: ELENA, ticket: 'HELP-42', until: '2026-11-24T10:00:00.000Z' },
    ]);
    expect(await access('Elena Popescu')).toMatchObject({
      status: 'passing',
      ground:
        'The access rule names Elena Popescu until 2026-11-24 10:00 UTC (HELP-42).',
    });
    advanceClock({ minutes: 59 });
    await gorgias.scheduler.triggerTask('evaluate-due');
    expect(await access('Elena Popescu')).toMatchObject({ status: 'passing' });
    advanceClock({ minutes: 1 });
    await gorgias.scheduler.triggerTask('evaluate-due');
    expect(await access('Elena Popescu')).toMatchObject({
      status: 'failing',
      ground: expect.stringContaining('(HELP-42), which is over.'),
      since: '2026-11-24T10:00:00.000Z',
    });
    expect(await configured()).toMatchObject({ status: 'passing' });
  });

  it('reports a rule that covers nobody any more, since all names are over', async () => {
    const { people } = naming(ELENA, '2026-11-24T10:00:00.000Z');
    await put({ type: 'named-people', people: people! }, 0);
    expect(await configured()).toMatchObject({ status: 'passing' });
    advanceClock({ hours: 1 });
    await gorgias.scheduler.triggerTask('evaluate-due');
    expect(await configured()).toMatchObject({
      status: 'failing',
      ground: expect.stringContaining('and that is nobody'),
    });
  });

  it('reports a group and people that no longer exist', async () => {
    await put(
      { ...withFinance, people: naming(ELENA, '2027-03-01T00:00:00Z').people },
      0,
    );
    expect(await configured()).toMatchObject({ status: 'passing' });
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      ({ kind, metadata }) =>
        !(kind === 'Group' && metadata.name === 'finance') &&
        !(kind === 'User' && metadata.name === 'elena.popescu'),
    );
    await gorgias.sync();
    expect(await configured()).toMatchObject({
      status: 'failing',
      ground: `The access rule names ${FINANCE}, which the catalog does not have. The access rule names ${ELENA}, who is not current staff.`,
    });
    expect(await rule()).toMatchObject({
      revision: 1,
      missingOrgRoles: [FINANCE],
      missingPeople: [ELENA],
    });
  });

  it('may name what is not there yet, and says so', async () => {
    const { accessRule } = await put(
      {
        type: 'org-roles',
        orgRoles: ['group:default/new'],
        people: naming('account:1', '2027-03-01T00:00:00Z').people,
      },
      0,
    );
    expect(accessRule).toMatchObject({
      missingOrgRoles: ['group:default/new'],
      missingPeople: ['account:1'],
    });
  });

  it.each<[string, AccessRuleSpec]>([
    [
      'spec.gorgiasRoles',
      { ...supportOnly, gorgiasRoles: { [FINANCE]: ['admin'] } },
    ],
    ['spec.people[0].until', naming(ELENA, '2026-11-24T09:00:00.000Z')],
    [
      'spec.people',
      {
        type: 'named-people',
        people: [
          ...naming(ELENA, '2027-03-01T00:00:00Z').people!,
          ...naming('user:Default/Elena.Popescu', '2027-04-01T00:00:00Z')
            .people!,
        ],
      },
    ],
  ])('refuses a rule that is wrong at %s', async (field, spec) => {
    const error = {
      statusCode: 400,
      body: { error: { message: expect.stringContaining(`${field}: `) } },
    };
    await expect(preview(spec)).rejects.toMatchObject(error);
    await expect(put(spec, 0)).rejects.toMatchObject(error);
    expect(await rule()).toBeNull();
  });

  describe('on the wire', () => {
    const url = () =>
      `${gorgias.baseUrl}/systems/resource/default/gorgias/access-rule`;
    const call = (user: string, init: RequestInit = {}) =>
      fetch(url(), {
        ...init,
        headers: {
          authorization: mockCredentials.user.header(user),
          'content-type': 'application/json',
          ...init.headers,
        },
      });
    const save = (user: string, etag?: string) =>
      call(user, {
        method: 'PUT',
        body: JSON.stringify({ spec: supportOnly }),
        headers: etag === undefined ? {} : { 'if-match': etag },
      });

    it('takes the etag of what was read, and nothing else', async () => {
      const blank = await call(ADMIN);
      expect(blank.headers.get('etag')).toBe('"0"');
      expect(blank.headers.get('cache-control')).toBe('no-store');
      for (const etag of [undefined, '', '0', '"a"', '"-1"', '"1e3"', '*']) {
        const answer = await save(ADMIN, etag);
        expect([etag, answer.status]).toEqual([etag, 400]);
      }
      const saved = await save(ADMIN, blank.headers.get('etag')!);
      expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"']);
      expect((await call(ADMIN)).headers.get('etag')).toBe('"1"');
    });

    it('lets an engineer read the rule and not change it', async () => {
      expect((await save(ENGINEER, '"0"')).status).toBe(403);
      expect((await call(ENGINEER)).status).toBe(200);
      expect(await rule()).toBeNull();
    });
  });
});
