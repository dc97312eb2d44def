import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { databaseIds, databases } from '../__testUtils__/databases';
import { AccessSettingsFacts } from '../gorgias/schemas';
import { AccessSettingsStore } from './AccessSettingsStore';

describe.each(databaseIds)('AccessSettingsStore on %s', id => {
  it('keeps what was told last of each connection, and what was not told', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-gorgias-backend',
        'migrations',
      ),
    });
    const store = new AccessSettingsStore(knex);
    expect(await store.get('one')).toEqual({});

    const all: AccessSettingsFacts = {
      ssoEnforcedAt: '2026-01-15T00:00:00.000Z',
      twoFactorEnforcedAt: null,
      ssoWays: ['google', 'okta'],
    };
    await store.put('one', all, '2026-11-24T09:00:00.000Z');
    await store.put('other', { ssoWays: [] }, '2026-11-24T09:00:00.000Z');
    expect(await store.get('one')).toStrictEqual(all);

    await store.put('one', {}, '2026-11-24T09:15:00.000Z');
    expect(await store.get('one')).toStrictEqual({});
    expect(await store.get('other')).toStrictEqual({ ssoWays: [] });
    expect(
      await knex('access_settings').orderBy('connection_id').pluck('facts_at'),
    ).toEqual(['2026-11-24T09:15:00.000Z', '2026-11-24T09:00:00.000Z']);
  });
});
