import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { DEFAULT_DUE_DAYS } from 'backstage-plugin-gorgias-checks';
import { mockServices } from '@backstage/backend-test-utils';
import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { databaseIds, databases } from '../__testUtils__/databases';
import { aStaffMember, NOW } from '../__testUtils__/subjects';
import { Evaluator } from '../checks/Evaluator';
import { GorgiasDatabase } from '../database';
import { previewAccessRule } from './accessRule';
import { followRenames } from './followRenames';
import { AccessRuleChange, saveAccessRule } from './saveAccessRule';

const GORGIAS = 'resource:default/gorgias';
const OUTLET = 'resource:default/gorgias-outlet';
const IVY = 'user:default/ivy.nakamura';
const ALL = { offset: 0, limit: 100 };
const allStaff: AccessRuleSpec = { type: 'all-staff' };
const naming = (...subjects: string[]): AccessRuleSpec => ({
  type: 'named-people',
  people: subjects.map(subject => ({
    subject,
    ticket: 'HELP-1',
    until: '2027-03-01T00:00:00.000Z',
  })),
});

describe.each(databaseIds)('saving an access rule on %s', id => {
  const evaluator = new Evaluator({
    matching: { plusAliases: false, domainAliases: {} },
    dueDays: DEFAULT_DUE_DAYS,
    staleAfterSeconds: 2 * 60 * 60,
    tracing: tracingServiceMock.mock(),
    webhooks: [],
  });
  let database: GorgiasDatabase;

  beforeEach(async () => {
    const knex = await databases.init(id);
    database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
    for (const entityRef of [GORGIAS, OUTLET]) {
      await database.stores.criticalSystems.add({
        entityRef,
        title: 'Gorgias',
        owner: null,
        addedBy: IVY,
        addedAt: NOW,
      });
    }
  });

  const save = (change: Partial<AccessRuleChange>) =>
    database.transaction(stores =>
      saveAccessRule(stores, evaluator, {
        entityRef: GORGIAS,
        spec: allStaff,
        revision: 0,
        by: IVY,
        now: NOW,
        ...change,
      }),
    );
  const versions = async (entityRef = GORGIAS) =>
    (await database.stores.accessRules.listVersions(entityRef, ALL)).versions;
  const history = async (entityRef = GORGIAS) =>
    (
      await database.stores.history.list(
        entityRef,
        { kind: 'access-rule' },
        ALL,
      )
    ).entries;

  it('lets one of many at once win each time, and keeps what it saved', async () => {
    for (const revision of [0, 1, 2]) {
      const results = await Promise.allSettled(
        [1, 2, 3, 4].map(n => save({ revision, reason: `${revision}/${n}` })),
      );
      expect(
        results.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(1);
      for (const result of results) {
        expect(result).toMatchObject(
          result.status === 'fulfilled'
            ? {}
            : { reason: { name: 'ConflictError' } },
        );
      }
    }
    const kept = await versions();
    expect(kept.map(({ revision }) => revision)).toEqual([3, 2, 1]);
    expect(kept.map(({ reason }) => reason!.slice(0, 2))).toEqual([
      '2/',
      '1/',
      '0/',
    ]);
    expect(await database.stores.accessRules.get(GORGIAS)).toEqual(kept[0]);
    expect(await history()).toHaveLength(3);
  });

  it('judges by the rule at once', async () => {
    const controls = async () =>
      (await database.stores.verdicts.list(GORGIAS)).map(
        ({ verdict }) => verdict.ground,
      );
    await save({});
    expect(await controls()).toEqual([
      'The access rule allows all current staff, and that is nobody.',
    ]);
    await save({ revision: 1, spec: naming('user:default/sam.rivers') });
    expect(await controls()).toEqual([
      expect.stringContaining('names user:default/sam.rivers, who is not'),
    ]);
  });

  it('changes nothing when the facts are not those of the preview', async () => {
    await save({ reason: 'At first.' });
    const look = () =>
      database.transaction(async stores =>
        previewAccessRule(
          await evaluator.load(stores, GORGIAS, NOW),
          naming('account:1'),
        ),
      );
    const { factsVersion } = await look();
    await database.stores.staff.put([aStaffMember()], []);
    const change = { revision: 1, spec: naming('account:1') };
    await expect(save({ ...change, factsVersion })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('changed since the preview'),
    });
    expect(await versions()).toMatchObject([{ revision: 1 }]);
    expect(await history()).toHaveLength(1);
    await save({ ...change, factsVersion: (await look()).factsVersion });
    expect(await versions()).toMatchObject([{ revision: 2 }, { revision: 1 }]);
  });

  it('wants a critical system', async () => {
    await expect(
      save({ entityRef: 'resource:default/other' }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(await versions('resource:default/other')).toEqual([]);
  });

  it('follows people who are renamed, in a version of its own', async () => {
    const before = naming('user:default/sam', 'account:1');
    await save({ spec: before, reason: 'HELP-1 says so.' });
    await save({ entityRef: OUTLET });
    const later = '2026-11-25T09:00:00.000Z';
    const follow = () =>
      database.transaction(stores =>
        followRenames(
          stores,
          [
            { from: 'user:default/sam', to: 'user:default/sam.rivers' },
            { from: 'user:default/maya', to: 'user:default/maya.ortiz' },
          ],
          later,
        ),
      );
    expect(await follow()).toEqual([GORGIAS]);
    const reason =
      'In the catalog, user:default/sam is now user:default/sam.rivers.';
    const spec = naming('user:default/sam.rivers', 'account:1');
    expect(await versions()).toEqual([
      { spec, revision: 2, updatedBy: IVY, updatedAt: later, reason },
      {
        spec: before,
        revision: 1,
        updatedBy: IVY,
        updatedAt: NOW,
        reason: 'HELP-1 says so.',
      },
    ]);
    expect(await history()).toMatchObject([
      {
        at: later,
        before: { spec: before, revision: 1 },
        after: { spec, revision: 2, reason },
      },
      { by: IVY },
    ]);
    expect((await history())[0]).not.toHaveProperty('by');
    expect(await versions(OUTLET)).toHaveLength(1);
    expect(await follow()).toEqual([]);
    expect(await versions()).toHaveLength(2);
  });
});
