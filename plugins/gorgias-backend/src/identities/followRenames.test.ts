import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { AssignedIdentity } from 'backstage-plugin-gorgias-common';
import { databaseIds, databases } from '../__testUtils__/databases';
import { followRenames } from './followRenames';
import { IdentityAssignmentStore } from './IdentityAssignmentStore';
import { IdentityChangeStore } from './IdentityChangeStore';
import { IdentityLinkStore } from './IdentityLinkStore';
import { IdentityMatchStore } from './IdentityMatchStore';

const AT = '2026-11-24T09:00:00.000Z';
const CONNECTION = 'c1';
const by = { assignedBy: 'user:default/ivy', assignedAt: AT };
const person = (staffRef: string): AssignedIdentity => ({
  assignment: { type: 'staff-member', staffRef, reason: 'Told so' },
  ...by,
});
const external = (owner: string): AssignedIdentity => ({
  assignment: { type: 'external', owner, purpose: 'Returns', reviewAt: AT },
  ...by,
});

describe.each(databaseIds)('identities after a rename on %s', id => {
  it('follow the person', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-gorgias-backend',
        'migrations',
      ),
    });
    const stores = {
      identityLinks: new IdentityLinkStore(knex),
      identityMatches: new IdentityMatchStore(knex),
      identityAssignments: new IdentityAssignmentStore(knex),
      identityChanges: new IdentityChangeStore(knex),
    };
    const links = ['a', 'b', 'c'].map((staffRef, index) => ({
      accountId: String(index),
      staffRef,
      email: 'x@acme.example',
      linkedAt: AT,
    }));
    await stores.identityLinks.add(CONNECTION, links);
    const before = new Map([
      ['10', person('a')],
      ['9', external('a')],
      ['8', null],
    ]);
    await stores.identityAssignments.write(CONNECTION, before);
    const change = {
      id: 'change',
      connectionId: CONNECTION,
      before,
      after: new Map([...before.keys()].map(key => [key, person('b')])),
      changedBy: 'user:default/ivy',
      changedAt: AT,
      undoneBy: null,
      undoneAt: null,
    };
    await stores.identityChanges.create(change);

    // Also when two take each other's place.
    await followRenames(
      stores,
      new Map([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    );

    expect(await stores.identityLinks.list(CONNECTION)).toEqual([
      { ...links[0], staffRef: 'b' },
      { ...links[1], staffRef: 'a' },
      links[2],
    ]);
    expect(await stores.identityAssignments.list(CONNECTION)).toEqual(
      new Map([
        ['10', person('b')],
        ['9', external('b')],
      ]),
    );
    const renamed = await stores.identityChanges.get(CONNECTION, 'change');
    expect(renamed).toEqual({
      ...change,
      before: new Map([
        ['10', person('b')],
        ['9', external('b')],
        ['8', null],
      ]),
      after: new Map([...before.keys()].map(key => [key, person('a')])),
    });
    expect([...renamed!.after.keys()]).toEqual(['10', '9', '8']);
    expect(await stores.identityChanges.get('c2', 'change')).toBeUndefined();

    await followRenames(stores, new Map());
    await stores.identityChanges.markUndone('change', 'user:default/noor', AT);
    await followRenames(stores, new Map([['a', 'z']]));
    expect(await stores.identityChanges.get(CONNECTION, 'change')).toEqual({
      ...renamed,
      undoneBy: 'user:default/noor',
      undoneAt: AT,
    });
  });
});
