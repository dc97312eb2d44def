import { mockServices } from '@backstage/backend-test-utils';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogStaffSource } from './CatalogStaffSource';

const MARK = 'acme.example/offboarded-on';

function read(
  entities: Entity[],
  filter: Record<string, string | string[]> = {},
) {
  return new CatalogStaffSource(
    catalogServiceMock({ entities }),
    mockServices.auth(),
    { filter, offboardedAnnotation: MARK },
  ).read();
}

function user(
  name: string,
  differing: {
    metadata?: object;
    spec?: Entity['spec'];
    groups?: string[];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', ...differing.metadata },
    spec: differing.spec ?? {},
    relations: (differing.groups ?? []).map(targetRef => ({
      type: RELATION_MEMBER_OF,
      targetRef,
    })),
  };
}

function group(name: string, ...parents: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team' },
    relations: parents.map(parent => ({
      type: RELATION_CHILD_OF,
      targetRef: parent.includes(':') ? parent : `group:default/${parent}`,
    })),
  };
}

describe('CatalogStaffSource', () => {
  it('reads people with their groups and all groups above', async () => {
    const { staff, orgRoles } = await read([
      user('sam', {
        groups: ['group:default/tier-1', 'group:default/readers'],
        spec: { profile: { displayName: 'Sam', email: 'sam@acme.example' } },
      }),
      group('tier-1', 'support'),
      group('support', 'acme'),
      group('acme'),
      group('readers'),
      group('finance', 'acme'),
    ]);
    expect(staff).toEqual([
      {
        entityRef: 'user:default/sam',
        displayName: 'Sam',
        emails: ['sam@acme.example'],
        orgRoles: ['acme', 'readers', 'support', 'tier-1'].map(
          name => `group:default/${name}`,
        ),
        offboarded: false,
      },
    ]);
    expect([...orgRoles].sort()).toEqual(
      ['acme', 'finance', 'readers', 'support', 'tier-1'].map(
        name => `group:default/${name}`,
      ),
    );
  });

  it('comes to an end in a ring of groups', async () => {
    const { staff } = await read([
      user('sam', { groups: ['group:default/a'] }),
      group('a', 'b'),
      group('b', 'c'),
      group('c', 'a', 'c'),
    ]);
    expect(staff[0].orgRoles).toEqual([
      'group:default/a',
      'group:default/b',
      'group:default/c',
    ]);
  });

  it('keeps a membership of a group that the catalog does not have', async () => {
    const { staff, orgRoles } = await read([
      user('sam', { groups: ['group:default/lost'] }),
    ]);
    expect(staff[0].orgRoles).toEqual(['group:default/lost']);
    expect(orgRoles).toEqual([]);
  });

  it('writes entity refs in one way', async () => {
    const { staff, orgRoles } = await read([
      user('Sam.Rivers', { groups: ['Group:Default/Tier-1'] }),
      group('Tier-1', 'Group:Default/Support'),
      group('SUPPORT'),
    ]);
    expect(staff[0]).toMatchObject({
      entityRef: 'user:default/sam.rivers',
      orgRoles: ['group:default/support', 'group:default/tier-1'],
    });
    expect([...orgRoles].sort()).toEqual(staff[0].orgRoles);
  });

  it.each([
    {
      name: 'no profile',
      differing: {},
      displayName: 'sam',
      emails: [],
    },
    {
      name: 'no profile, but a title',
      differing: { metadata: { title: 'Sam R.' } },
      displayName: 'Sam R.',
      emails: [],
    },
    {
      name: 'an e-mail address that is a number',
      differing: { spec: { profile: { displayName: 'Sam', email: 7 } } },
      displayName: 'Sam',
      emails: [],
    },
    {
      name: 'a name that is a list',
      differing: {
        spec: { profile: { displayName: ['Sam'], email: 'sam@acme.example' } },
      },
      displayName: 'sam',
      emails: ['sam@acme.example'],
    },
    {
      name: 'a profile that is text',
      differing: { spec: { profile: 'Sam' } },
      displayName: 'sam',
      emails: [],
    },
    {
      name: 'an empty e-mail address',
      differing: { spec: { profile: { email: '' } } },
      displayName: 'sam',
      emails: [],
    },
  ])(
    'takes a person with $name',
    async ({ differing, displayName, emails }) => {
      expect((await read([user('sam', differing)])).staff).toMatchObject([
        { displayName, emails },
      ]);
    },
  );

  it.each([
    { mark: '2026-10-30', since: '2026-10-30T00:00:00.000Z' },
    { mark: '2026-10-30T18:00:00+02:00', since: '2026-10-30T16:00:00.000Z' },
    { mark: '2026-10-30T18:00:00', since: '2026-10-30T18:00:00.000Z' },
    { mark: 'last friday', since: undefined },
    { mark: '2026-13-45', since: undefined },
    { mark: '', since: undefined },
  ])('takes the mark "$mark" for having left', async ({ mark, since }) => {
    const { staff } = await read([
      user('sam', { metadata: { annotations: { [MARK]: mark } } }),
      user('noor', { metadata: { annotations: { other: mark } } }),
    ]);
    expect(staff.map(({ offboarded }) => offboarded)).toEqual([
      { since },
      false,
    ]);
  });

  it('takes only the users of the configured filter, and never other kinds', async () => {
    const entities = [
      user('sam', { spec: { type: 'employee' } }),
      user('robot', { spec: { type: 'machine' } }),
      group('support'),
    ];
    const namesBy = async (filter: Record<string, string | string[]>) =>
      (await read(entities, filter)).staff.map(
        ({ displayName }) => displayName,
      );
    expect(await namesBy({ 'spec.type': 'employee' })).toEqual(['sam']);
    expect(await namesBy({ 'spec.type': ['employee', 'machine'] })).toEqual([
      'sam',
      'robot',
    ]);
    expect(await namesBy({ kind: 'Group' })).toEqual(['sam', 'robot']);
  });

  it('throws when the catalog fails half-way, rather than tell a part', async () => {
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield [user('sam')];
        throw new Error('The catalog is down');
      },
    });
    const source = new CatalogStaffSource(catalog, mockServices.auth(), {
      filter: {},
      offboardedAnnotation: MARK,
    });
    await expect(source.read()).rejects.toThrow('The catalog is down');
  });
});
