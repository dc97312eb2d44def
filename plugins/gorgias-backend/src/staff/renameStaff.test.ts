import { mockServices } from '@backstage/backend-test-utils';
import { databaseIds, databases } from '../__testUtils__/databases';
import { aStaffMember } from '../__testUtils__/subjects';
import { GorgiasDatabase } from '../database';
import { renameStaff } from './renameStaff';

const AT = '2026-11-24T09:00:00.000Z';
const SYSTEM = 'resource:default/gorgias';
const IVY = 'user:default/ivy.nakamura';
const ref = (name: string) => `user:default/${name}`;

describe.each(databaseIds)('renamed staff on %s', id => {
  const open = async () => {
    const knex = await databases.init(id);
    const database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
    const { stores } = database;
    await stores.criticalSystems.add({
      entityRef: SYSTEM,
      title: 'Gorgias',
      owner: null,
      addedBy: IVY,
      addedAt: AT,
    });
    await stores.staff.put(
      ['a', 'b', 'c', 'd'].map(name =>
        aStaffMember({ entityRef: ref(name), displayName: name }),
      ),
      [],
    );
    for (const name of ['a', 'b', 'c', 'd']) {
      await stores.offboardings.replace(undefined, {
        staffRef: ref(name),
        offboardedAt: AT,
        proof: name,
        by: IVY,
        at: AT,
      });
      await stores.revocations.replace(SYSTEM, ref(name), undefined, {
        proof: name,
        by: IVY,
        at: AT,
      });
      await stores.exceptions.create({
        id: `exception of ${name}`,
        entityRef: SYSTEM,
        accountId: name,
        checkId: 'mfa-enabled',
        reason: 'New phone',
        requestedBy: ref(name),
        requestedAt: AT,
        until: '2026-12-24T09:00:00.000Z',
        status: 'approved',
        twoPersonRule: false,
        facts: { staffRef: ref(name), gorgiasRole: 'agent' },
      });
    }
    return database;
  };

  it('keep all that is known of them, also when they swap, or follow each other', async () => {
    const database = await open();
    await database.transaction(stores =>
      renameStaff(
        stores,
        [
          { from: ref('a'), to: ref('b') },
          { from: ref('b'), to: ref('a') },
          { from: ref('c'), to: ref('e') },
        ],
        AT,
      ),
    );
    const { stores } = database;
    const expected = { a: 'b', b: 'a', d: 'd', e: 'c' };
    expect(
      Object.fromEntries(
        (await stores.staff.list()).map(member => [
          member.entityRef.slice(-1),
          member.displayName,
        ]),
      ),
    ).toEqual(expected);
    expect(
      Object.fromEntries(
        (await stores.offboardings.list()).map(({ staffRef, proof }) => [
          staffRef.slice(-1),
          proof,
        ]),
      ),
    ).toEqual(expected);
    expect(
      Object.fromEntries(
        [...(await stores.revocations.list(SYSTEM))].map(
          ([staffRef, { proof }]) => [staffRef.slice(-1), proof],
        ),
      ),
    ).toEqual(expected);
    expect(
      Object.fromEntries(
        (await stores.exceptions.listOpen(SYSTEM)).map(
          ({ accountId, facts, requestedBy }) => {
            expect(requestedBy).toBe(ref(accountId));
            return [String(facts.staffRef).slice(-1), accountId];
          },
        ),
      ),
    ).toEqual(expected);
  });

  it('write nothing but what was read of whom an admin says something', async () => {
    const { stores } = await open();
    const read = await stores.staff.list();
    expect(read[0]).toMatchObject({
      state: 'offboarded',
      offboardedGround: 'manual',
      overruled: { state: 'current' },
    });
    await stores.staff.put(read, ['title:agent']);
    for (const statement of await stores.offboardings.list()) {
      expect(await stores.offboardings.remove(statement)).toBe(true);
      expect(await stores.offboardings.remove(statement)).toBe(false);
    }
    expect((await stores.staff.list())[0]).toEqual(
      aStaffMember({ entityRef: ref('a'), displayName: 'a' }),
    );
    expect(await stores.staff.listOrgRoles()).toEqual(['title:agent']);
  });
});
