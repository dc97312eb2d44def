import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const SUPPORT = 'group:default/support';
const OUTLET = 'resource:default/gorgias-outlet';

describe.each(databaseIds)('critical systems on %s', id => {
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    gorgias = await startGorgias({ knex: await databases.init(id) });
  });
  afterEach(() => gorgias.stop());

  const admin = () => gorgias.as(ADMIN);
  const tasks = async () =>
    (await admin().getSystem(GORGIAS)).pendingTasks.map(task => task.id);
  const putRule = (orgRoles: string[], revision: number) =>
    admin().putAccessRule(GORGIAS, {
      spec: { type: 'org-roles', orgRoles },
      revision,
    });

  it('leads from nothing to five verdicts, a task at a time', async () => {
    const blank = await admin().getSystem(GORGIAS);
    expect(blank).toMatchObject({
      entityRef: GORGIAS,
      title: 'Gorgias',
      owner: SUPPORT,
      subdomain: 'acme',
      critical: null,
      connection: null,
      status: 'not-configured',
      canManage: true,
    });
    expect(blank.checks.map(check => check.status)).toEqual([
      'not-configured',
      'not-configured',
      'not-configured',
      'not-configured',
      'not-configured',
    ]);
    expect(await tasks()).toEqual(['connect', 'add-critical-system']);

    await gorgias.connect();
    expect((await tasks())[0]).toBe('add-critical-system');
    expect((await admin().getSystem(GORGIAS)).checks[4]).toMatchObject({
      status: 'not-configured',
    });

    const added = await admin().addCriticalSystem(GORGIAS);
    expect(added.critical).toMatchObject({ addedBy: ADMIN });
    expect(added.checks[2]).toMatchObject({
      status: 'failing',
      ground: 'Nobody has said yet who may use this system.',
    });
    expect((await tasks())[0]).toBe('configure-access');

    await putRule([SUPPORT], 0);
    const done = await admin().getSystem(GORGIAS);
    expect(done.checks.map(check => check.status)).toEqual([
      'failing',
      'failing',
      'passing',
      'failing',
      'failing',
    ]);
    expect(await tasks()).toEqual(['fix-failing', 'clear-unknown']);
  });

  it('previews exactly what saving then does', async () => {
    await gorgias.connect();
    await admin().addCriticalSystem(GORGIAS);
    for (const [revision, spec] of [
      { type: 'all-staff' as const },
      { type: 'org-roles' as const, orgRoles: ['group:default/it'] },
      { type: 'org-roles' as const, orgRoles: [SUPPORT, 'group:default/it'] },
      { type: 'org-roles' as const, orgRoles: ['group:default/nobody'] },
    ].entries()) {
      const statuses = async () =>
        new Map(
          (await admin().listAccounts(GORGIAS, { limit: 100 })).items
            .filter(row => row.state === 'active')
            .map(row => [row.id, row.verdicts[3].status]),
        );
      const before = await statuses();
      const preview = await admin().previewAccessRule(GORGIAS, spec);
      await admin().putAccessRule(GORGIAS, { spec, revision });
      const after = await statuses();

      expect(
        preview.changes.map(({ accountId, from, to }) => [accountId, from, to]),
      ).toEqual(
        [...after]
          .filter(([account, status]) => before.get(account) !== status)
          .map(([account, status]) => [account, before.get(account), status]),
      );
      const count = (status: string) =>
        [...after.values()].filter(value => value === status).length;
      expect(preview).toMatchObject({
        passing: count('passing'),
        failing: count('failing'),
        unknown: count('unknown'),
      });
    }
  });

  it('lets the second of two admins know instead of losing a change', async () => {
    await admin().addCriticalSystem(GORGIAS);
    await putRule([SUPPORT], 0);
    await expect(putRule(['group:default/it'], 0)).rejects.toMatchObject({
      statusCode: 409,
      body: { error: { message: expect.stringContaining('somebody else') } },
    });
    await expect(putRule(['group:default/it'], 7)).rejects.toMatchObject({
      statusCode: 409,
    });
    expect((await admin().getAccessRule(GORGIAS)).accessRule).toMatchObject({
      spec: { type: 'org-roles', orgRoles: [SUPPORT] },
      revision: 1,
      updatedBy: ADMIN,
      missingOrgRoles: expect.any(Array),
    });
    const both = await Promise.allSettled([
      putRule(['group:default/it'], 1),
      putRule(['group:default/finance'], 1),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('reports org roles that do not exist instead of silently narrowing', async () => {
    await gorgias.connect();
    await admin().addCriticalSystem(GORGIAS);
    await putRule([SUPPORT, 'group:default/care'], 0);
    const { checks, accessRule } = await admin().getSystem(GORGIAS);
    expect(accessRule!.missingOrgRoles).toEqual(['group:default/care']);
    expect(checks[2]).toMatchObject({
      status: 'failing',
      ground: expect.stringContaining('group:default/care'),
    });

    await putRule(['group:default/care'], 1);
    expect((await admin().getSystem(GORGIAS)).checks[2]).toMatchObject({
      status: 'failing',
      ground: expect.stringContaining('that is nobody'),
    });
  });

  it('wants a system on the list before it gets a rule', async () => {
    await expect(putRule([SUPPORT], 0)).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: expect.stringContaining('add it first') } },
    });
  });

  it('takes a system off the list, and knows its rule when it comes back', async () => {
    await gorgias.connect();
    await admin().addCriticalSystem(GORGIAS);
    await putRule([SUPPORT], 0);
    const before = await admin().getSystem(GORGIAS);
    await admin().removeCriticalSystem(GORGIAS);
    const removed = await admin().getSystem(GORGIAS);
    expect(removed.critical).toBeNull();
    expect(removed.checks[4].counts.passing).toBe(0);
    await expect(admin().removeCriticalSystem(GORGIAS)).rejects.toMatchObject({
      statusCode: 404,
    });

    const back = await admin().addCriticalSystem(GORGIAS);
    expect(back.checks).toEqual(before.checks);
  });

  it('tells of the account that is connected, also once the annotation names another', async () => {
    await gorgias.connect();
    await admin().addCriticalSystem(GORGIAS);
    const ownAccount = { name: 'Sam Rivers' };
    const before = await gorgias.as(ENGINEER).getSystem(GORGIAS);
    expect(before).toMatchObject({
      sync: { last: { outcome: 'complete' } },
      earlyNews: { available: true },
      ownAccounts: [ownAccount],
    });
    const { items } = await admin().listSystems();
    gorgias.catalog.entities.find(
      ({ metadata }) => metadata.name === 'gorgias',
    )!.metadata.annotations!['gorgias.com/subdomain'] = 'globex';
    expect(await gorgias.as(ENGINEER).getSystem(GORGIAS)).toEqual({
      ...before,
      subdomain: 'globex',
    });
    expect((await admin().listSystems()).items).toEqual([
      { ...items[0], subdomain: 'globex' },
    ]);
  });

  it('lists critical systems page by page, those that vanished too', async () => {
    await admin().addCriticalSystem(OUTLET);
    await admin().addCriticalSystem(GORGIAS);
    const first = await gorgias.as(ENGINEER).listSystems({ limit: 1 });
    expect(first).toMatchObject({
      totalItems: 2,
      items: [
        {
          entityRef: GORGIAS,
          title: 'Gorgias',
          entityExists: true,
          connectionState: 'not-connected',
          status: 'failing',
        },
      ],
      nextCursor: expect.any(String),
    });
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      ({ metadata }) => metadata.name !== 'gorgias-outlet',
    );
    const second = await gorgias
      .as(ENGINEER)
      .listSystems({ limit: 1, cursor: first.nextCursor });
    expect(second.nextCursor).toBeUndefined();
    expect(second.items).toMatchObject([
      { entityRef: OUTLET, title: 'Gorgias Outlet', entityExists: false },
    ]);
  });

  it('filters accounts on the server, and pages through what is left', async () => {
    await gorgias.connect();
    const names = async (
      filter: Parameters<ReturnType<typeof admin>['listAccounts']>[1],
    ) => {
      const found: Array<string | null> = [];
      let cursor: string | undefined;
      do {
        const page = await admin().listAccounts(GORGIAS, {
          ...filter,
          limit: 2,
          cursor,
        });
        found.push(...page.items.map(row => row.name));
        cursor = page.nextCursor;
      } while (cursor);
      return found;
    };
    expect(await names({ check: 'mfa-enabled', status: 'failing' })).toEqual([
      'Sam Rivers',
      'Priya Venkatesan',
      'Robin Achterberg',
      'Chloe Dubois',
    ]);
    expect(await names({ state: 'deactivated' })).toEqual(['Elise Caron']);
    expect(await names({ search: 'LINH.TRAN@acme' })).toEqual(['Linh Tran']);
    expect(await names({ search: 'nobody at all' })).toEqual([]);
    expect(await names({})).toHaveLength(23);
  });

  it('tells somebody without rights that they can not manage', async () => {
    expect(await gorgias.as(ENGINEER).getSystem(GORGIAS)).toMatchObject({
      canManage: false,
    });
  });
});
