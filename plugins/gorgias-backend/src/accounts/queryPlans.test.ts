import { mockServices } from '@backstage/backend-test-utils';
import { ACCOUNT_ORDERS } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { databaseIds, databases } from '../__testUtils__/databases';
import { ask, Question } from '../questions';
import { GorgiasDatabase } from '../database';

const ENTITY = 'resource:default/gorgias';

describe.each(databaseIds)('the queries behind lists on %s', id => {
  let knex: Knex;
  let database: GorgiasDatabase;
  let asked: Array<{ sql: string; bindings: any[] }>;

  /** Enough for PostgreSQL to see what is worth it. */
  const fill = async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => {
      const status = n % 50 === 0 ? 'failing' : 'passing';
      const key = `0${n}`;
      const staffRef = `user:default/p${n % 500}`;
      return {
        entity_ref: ENTITY,
        account_id: String(n),
        state: n % 3 === 0 ? 'active' : 'gone',
        identity: '{}',
        identity_type: 'unidentified',
        staff_ref: staffRef,
        staff_state: n % 50 === 0 ? 'offboarded' : 'current',
        groups: '[]',
        user_identified: status,
        offboarded_access_removed: status,
        mfa_enabled: status,
        access_valid: status,
        status_rank: n % 7,
        stale_rank: n % 7,
        search_text: key,
        position: key,
        name_key: key,
        role_key: key,
        identity_key: key,
      };
    });
    await knex.batchInsert('judged_accounts', rows, 100);
    const verdicts = rows.map(row => ({
      entity_ref: ENTITY,
      check_id: 'mfa-enabled',
      account_id: row.account_id,
      status: row.mfa_enabled,
      ground: '-',
      facts: '{}',
      since: '2026-06-01T00:00:00.000Z',
    }));
    await knex.batchInsert('verdicts', verdicts, 100);
    const failing = verdicts.map(verdict => ({
      ...verdict,
      check_id: 'access-valid',
      status: 'failing',
      owner: 'user:default/sam.rivers',
    }));
    await knex.batchInsert('verdicts', failing, 100);
    const told = failing.map(({ entity_ref, account_id, owner, check_id }) => ({
      entity_ref,
      recipient: owner,
      duty: check_id,
      subject: account_id,
    }));
    await knex.batchInsert('told_duties', told, 100);
    await knex.raw('analyze');
  };

  beforeAll(async () => {
    knex = await databases.init(id);
    database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
    await fill();
    knex.on('query', query => asked.push(query));
  });

  /** How the database goes about what is asked of it, first or in the way that is told, in its own words. */
  const planOf = async (
    find: () => Promise<unknown>,
    way = /^/,
  ): Promise<string> => {
    asked = [];
    await find();
    const { sql, bindings } = asked.find(query => way.test(query.sql))!;
    if (id === 'SQLITE_3') {
      const steps = await knex.raw(`explain query plan ${sql}`, bindings);
      return steps.map(({ detail }: { detail: string }) => detail).join('\n');
    }
    return knex.transaction(async trx => {
      // A table as small as this would be read as a whole and sorted; now only where there is no other way.
      await trx.raw('set local enable_seqscan = off');
      await trx.raw('set local enable_bitmapscan = off');
      await trx.raw('set local enable_sort = off');
      const numbered = bindings.reduce<string>(
        (text, value, index) =>
          text.replaceAll(
            new RegExp(`\\$${index + 1}(?!\\d)`, 'g'),
            typeof value === 'number' ? String(value) : `'${value}'`,
          ),
        sql,
      );
      const { rows } = await trx.raw(`explain ${numbered}`);
      return rows.map((row: any) => row['QUERY PLAN']).join('\n');
    });
  };
  /** `'by index'`, or the plan of a table read as a whole, or put in order after it was read. */
  const judge = (plan: string, index: string | RegExp) =>
    plan.match(index) && !plan.match(/Seq Scan|SCAN |Sort|TEMP B-TREE/)
      ? 'by index'
      : plan;

  it.each(
    [undefined, ...ACCOUNT_ORDERS].flatMap(orderBy =>
      (['asc', 'desc'] as const).flatMap(order =>
        [false, true].map(stale => ({ orderBy, order, stale })),
      ),
    ),
  )(
    'find a page by $orderBy $order in the order of an index, stale $stale',
    async ({ orderBy, order, stale }) => {
      const INDEXES = {
        createdAt: 'judged_accounts_entity_ref_position_unique',
        name: 'judged_accounts_name_key_index',
        gorgiasRole: 'judged_accounts_role_key_index',
        state: 'judged_accounts_state_index',
        identity: 'judged_accounts_identity_key_index',
        status: 'judged_accounts_status_rank_index',
      };
      const selection = {
        entityRef: ENTITY,
        filter: {},
        order: { orderBy, order },
        stale,
      };
      const key = orderBy === 'status' ? 3 : '0a';
      const after =
        (orderBy ?? 'createdAt') === 'createdAt' ? ['0a'] : [key, '0a'];
      const plan = await planOf(() =>
        database.stores.judgedAccounts.list(selection, { after, limit: 51 }),
      );
      const index = INDEXES[orderBy ?? 'createdAt'];
      expect(
        judge(plan, stale ? index.replace('status_rank', 'stale_rank') : index),
      ).toBe('by index');
    },
  );

  it.each([
    ['user-identified', 'judged_accounts_user_identified_index'],
    [
      'offboarded-access-removed',
      'judged_accounts_offboarded_access_removed_index',
    ],
    ['mfa-enabled', 'judged_accounts_mfa_enabled_index'],
    ['access-valid', 'judged_accounts_access_valid_index'],
  ] as const)('find who fails %s by an index', async (check, index) => {
    const plan = await planOf(() =>
      database.stores.judgedAccounts.count({
        entityRef: ENTITY,
        filter: { check, status: 'failing' },
        order: {},
        stale: false,
      }),
    );
    expect(judge(plan, index)).toBe('by index');
  });

  it('go on with all that is open, and all that was told, by an index', async () => {
    const { verdicts, told } = database.stores;
    const [next, first] = [/ > \(/, /^/];
    for (const way of [first, next]) {
      expect(
        judge(
          await planOf(() => verdicts.listOpen(ENTITY), way),
          'verdicts_status_index',
        ),
      ).toBe('by index');
      expect(
        judge(
          await planOf(() => told.list(ENTITY), way),
          /told_duties_pkey|sqlite_autoindex_told_duties/,
        ),
      ).toBe('by index');
    }
    expect(
      judge(
        await planOf(() => verdicts.findFailingSince(ENTITY, 'access-valid')),
        'verdicts_status_index',
      ),
    ).toBe('by index');
  });

  it("find a person's own accounts by an index", async () => {
    const plan = await planOf(() =>
      database.stores.judgedAccounts.list({
        entityRef: ENTITY,
        filter: {},
        order: {},
        stale: false,
        ownerRef: 'user:default/sam.rivers',
      }),
    );
    expect(
      judge(plan, 'judged_accounts_entity_ref_staff_ref_position_index'),
    ).toBe('by index');
  });

  it('count verdicts, and the accounts in each state, by an index', async () => {
    const { verdicts, judgedAccounts } = database.stores;
    expect(
      judge(
        await planOf(() => verdicts.count(ENTITY)),
        // PostgreSQL takes the key until it has tidied the table up.
        id === 'SQLITE_3' ? 'verdicts_status_index' : /verdicts_\w+/,
      ),
    ).toBe('by index');
    expect(
      judge(
        await planOf(() => judgedAccounts.countByState(ENTITY)),
        // Which one hangs on how long ago PostgreSQL tidied the table up.
        /judged_accounts_\w*(state|staff_ref|position)_\w+/,
      ),
    ).toBe('by index');
    expect(
      judge(
        await planOf(() => ask(judgedAccounts.ofLeavers(ENTITY, 'one'))),
        'judged_accounts_entity_ref_staff_state_index',
      ),
    ).toBe('by index');
  });

  it('find what a summary and a row are made of by an index', async () => {
    const { accounts, judgedAccounts, listedAccounts, syncRuns, verdicts } =
      database.stores;
    expect(
      judge(
        await planOf(() => verdicts.listAbout(ENTITY, ['1', '2'])),
        /verdicts_pkey|sqlite_autoindex_verdicts/,
      ),
    ).toBe('by index');
    expect(
      judge(
        await planOf(() => accounts.listByIds('one', ['1', '2'])),
        /accounts_pkey|sqlite_autoindex_accounts/,
      ),
    ).toBe('by index');
    const listed = await planOf(() =>
      ask(listedAccounts.of(ENTITY, 'one', ['1', '2'])),
    );
    for (const index of [
      /\baccounts_pkey|sqlite_autoindex_accounts/,
      /judged_accounts_pkey|sqlite_autoindex_judged_accounts/,
      /identity_assignments_pkey|sqlite_autoindex_identity_assignments/,
      'gorgias_events_connection_id_type_account_id_at_index',
    ]) {
      expect(judge(listed, index)).toBe('by index');
    }
    const own = judgedAccounts.idsOf({
      entityRef: ENTITY,
      filter: {},
      order: {},
      stale: false,
      ownerRef: 'user:default/sam.rivers',
    });
    for (const question of [
      listedAccounts.of(ENTITY, 'one', own),
      verdicts.about(ENTITY, own),
    ]) {
      expect(
        judge(
          await planOf(() => ask(question as Question<unknown>)),
          'judged_accounts_entity_ref_staff_ref_position_index',
        ),
      ).toBe('by index');
    }
    for (const find of [
      () => syncRuns.findNotable('one'),
      () => syncRuns.findComplete('one'),
    ]) {
      expect(
        judge(
          await planOf(find),
          'sync_runs_connection_id_outcome_sequence_index',
        ),
      ).toBe('by index');
    }
  });

  it.each([
    [{ accountId: '1' }, 'history_account_id_sequence_index'],
    [
      { staffRef: 'user:default/sam.rivers' },
      'history_staff_ref_sequence_index',
    ],
  ])('count the history of %j by an index', async (filter, index) => {
    const plan = await planOf(() =>
      database.stores.history.list(ENTITY, filter, { offset: 0, limit: 51 }),
    );
    expect(judge(plan, index)).toBe('by index');
  });

  it('find entries of the ledger by an index', async () => {
    const { ledger } = database.stores;
    for (const find of [
      () => ledger.findLast(ENTITY, 'population', '2026-06-01T00:00:00.000Z'),
      () => ledger.findFirst(ENTITY, 'population'),
      () => ledger.listLast(ENTITY, 'population', 10),
    ]) {
      expect(judge(await planOf(find), /ledger_entries_\w*index/)).toBe(
        'by index',
      );
    }
    expect(
      judge(
        await planOf(() => ledger.read({ first: 1, last: 9 }).next()),
        /ledger_entries_pkey|INTEGER PRIMARY KEY/,
      ),
    ).toBe('by index');
  });
});
