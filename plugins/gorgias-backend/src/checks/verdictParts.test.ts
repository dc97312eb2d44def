import { Knex } from 'knex';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const MIGRATIONS = {
  directory: resolvePackagePath(
    'backstage-plugin-gorgias-backend',
    'migrations',
  ),
};

describe.each(databaseIds)('what verdicts are made of, on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;

  const countHistory = async () =>
    Number((await knex('history').count({ n: '*' }))[0].n);
  const countWithoutParts = async () =>
    Number(
      (await knex('verdicts').whereNull('ground_parts').count({ n: '*' }))[0].n,
    );

  beforeAll(async () => {
    knex = await databases.init(id);
    gorgias = await startGorgias({ knex });
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
  });
  afterAll(() => gorgias.stop());

  it('is added to verdicts of an earlier version, which is no change of them', async () => {
    await knex('verdicts').update({ ground_parts: null, remedy_parts: null });
    // As the migration to this version leaves it.
    await knex('judged_accounts').update({ digest: null });
    const before = await countHistory();
    await gorgias.sync();
    expect(await countWithoutParts()).toBe(0);
    expect(await countHistory()).toBe(before);
  });

  it('can be taken away again with its columns, and the sentences stay', async () => {
    const sentences = () => knex('verdicts').select('ground').orderBy('ground');
    const before = await sentences();
    const hasParts = () => knex.schema.hasColumn('verdicts', 'ground_parts');
    // With everything that came after it.
    while (await hasParts()) {
      await knex.migrate.down({ ...MIGRATIONS });
    }
    expect(await sentences()).toEqual(before);
    await knex.migrate.latest(MIGRATIONS);
    expect(await countWithoutParts()).toBe(before.length);
  });
});
