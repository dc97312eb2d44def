import { mockServices } from '@backstage/backend-test-utils';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogStaffOptions, CatalogStaffSource } from './CatalogStaffSource';

const MARK = 'acme.example/offboarded-on';

const OPTIONS: CatalogStaffOptions = {
  filter: {},
  emailFields: [],
  offboardedAnnotation: MARK,
  offboardedOrphaned: true,
};

function read(
  entities: Entity[],
  options: Partial<CatalogStaffOptions> = {},
  catalog = catalogServiceMock({ entities }),
) {
  return new CatalogStaffSource(catalog, mockServices.auth(), {
    ...OPTIONS,
    ...options,
  }).read();
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
        groups: ['group:default/readers', 'group:default/tier-1'],
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
    { mark: '2026-10-30T18:00:00Z', since: '2026-10-30T18:00:00.000Z' },
    { mark: '2026-10-30T23:30-08:00', since: '2026-10-31T07:30:00.000Z' },
    // The hour that there is twice in Berlin, each by its offset.
    { mark: '2026-10-25T02:30+02:00', since: '2026-10-25T00:30:00.000Z' },
    { mark: '2026-10-25T02:30+01:00', since: '2026-10-25T01:30:00.000Z' },
    // The hour that there is not in Berlin: without an offset it is in UTC.
    { mark: '2026-03-29T02:30:00', since: '2026-03-29T02:30:00.000Z' },
    { mark: '2024-02-29', since: '2024-02-29T00:00:00.000Z' },
    { mark: '2026-02-29', since: undefined },
    { mark: '30.10.2026', since: undefined },
    { mark: 'last friday', since: undefined },
    { mark: '2026-13-45', since: undefined },
    { mark: '', since: undefined },
  ])('takes the mark "$mark" for having left', async ({ mark, since }) => {
    const { staff } = await read([
      user('sam', { metadata: { annotations: { [MARK]: mark } } }),
      user('noor', { metadata: { annotations: { other: mark } } }),
    ]);
    expect(staff.map(({ offboarded }) => offboarded)).toEqual([
      { since, ground: 'mark' },
      false,
    ]);
  });

  const ORPHAN = { 'backstage.io/orphan': 'true' };

  it.each([
    { annotations: ORPHAN, orphaned: true, offboarded: { ground: 'orphaned' } },
    { annotations: ORPHAN, orphaned: false, offboarded: false },
    {
      annotations: { 'backstage.io/orphan': 'false' },
      orphaned: true,
      offboarded: false,
    },
    {
      annotations: { ...ORPHAN, [MARK]: '2027-01-01' },
      orphaned: true,
      offboarded: { ground: 'mark', since: '2027-01-01T00:00:00.000Z' },
    },
  ])(
    'takes $annotations for $offboarded, orphans counting: $orphaned',
    async ({ annotations, orphaned, offboarded }) => {
      const { staff } = await read(
        [user('sam', { metadata: { annotations } })],
        { offboardedOrphaned: orphaned },
      );
      expect(staff).toMatchObject([{ offboarded }]);
    },
  );

  it('reads further e-mail addresses from fields', async () => {
    const { staff } = await read(
      [
        user('sam', {
          metadata: {
            annotations: {
              'acme.example/aliases': 'sr@acme.example,  , s@b.c',
            },
          },
          spec: {
            profile: {
              email: ' sam@acme.example ',
              workEmail: 'sam@w.example',
            },
            former: ['sam.brook@acme.example', 'sam@acme.example', 7],
          },
        }),
      ],
      {
        emailFields: [
          'spec.profile.workEmail',
          'metadata.annotations.acme.example/aliases',
          'spec.former',
          'spec.nothing',
        ],
      },
    );
    expect(staff[0].emails).toEqual([
      'sam@acme.example',
      'sam@w.example',
      'sr@acme.example',
      's@b.c',
      'sam.brook@acme.example',
    ]);
  });

  it('makes org roles of job titles', async () => {
    const { staff, orgRoles } = await read(
      [
        user('sam', {
          spec: { jobTitle: '  Support \n LEAD ' },
          groups: ['group:default/support'],
        }),
        user('noor', { spec: { jobTitle: 'support lead' } }),
        user('ivy', { spec: { jobTitle: ' ' } }),
        user('omar', { spec: { jobTitle: ['Agent'] } }),
        group('support'),
      ],
      { jobTitleField: 'spec.jobTitle' },
    );
    expect(staff.map(member => member.orgRoles)).toEqual([
      ['group:default/support', 'title:support lead'],
      ['title:support lead'],
      [],
      [],
    ]);
    expect(orgRoles).toEqual(['group:default/support', 'title:support lead']);
    expect(staff[0].groups).toEqual(['group:default/support']);
  });

  it.each([
    { value: 'maya.ortiz', manager: 'user:default/maya.ortiz' },
    { value: ' Maya.Ortiz ', manager: 'user:default/maya.ortiz' },
    { value: 'user:people/maya', manager: 'user:people/maya' },
    { value: 'people/maya', manager: 'user:people/maya' },
    { value: 'group:default/leads', manager: 'group:default/leads' },
    { value: '', manager: undefined },
    { value: 'a:b:c/d', manager: undefined },
    { value: 'people/', manager: undefined },
    { value: 'Maya Ortiz', manager: undefined },
    { value: 'cn=maya,ou=people', manager: undefined },
    { value: undefined, manager: undefined },
    { value: ['maya'], manager: undefined },
  ])('takes $value for the manager $manager', async ({ value, manager }) => {
    const spec = value === undefined ? {} : { manager: value };
    const { staff } = await read([user('sam', { spec })], {
      managerField: 'spec.manager',
    });
    expect(staff[0].manager).toBe(manager);
  });

  it('finds a manager in the namespace of the person', async () => {
    const { staff } = await read(
      [user('sam', { metadata: { namespace: 'eu' }, spec: { boss: 'maya' } })],
      { managerField: 'spec.boss' },
    );
    expect(staff[0].manager).toBe('user:eu/maya');
  });

  it('reads no job title, manager or alias unless told where', async () => {
    const spec = { jobTitle: 'Lead', manager: 'maya', workEmail: 'a@b.c' };
    const { staff } = await read([user('sam', { spec })]);
    expect(staff).toEqual([
      {
        entityRef: 'user:default/sam',
        displayName: 'sam',
        emails: [],
        orgRoles: [],
        groups: [],
        offboarded: false,
      },
    ]);
  });

  it('takes the uid of the entity, which does not tell people apart', async () => {
    const { staff, uidsTellPeopleApart } = await read([
      user('sam', { metadata: { uid: 'e-1' } }),
    ]);
    expect(staff[0].uid).toBe('e-1');
    expect(uidsTellPeopleApart).toBe(false);
  });

  it('takes a configured uid, which does', async () => {
    const annotations = { 'backstage.io/ldap-uuid': 'l-1' };
    const { staff, uidsTellPeopleApart } = await read(
      [
        user('sam', { metadata: { uid: 'e-1', annotations } }),
        user('noor', { metadata: { uid: 'e-2' } }),
      ],
      { uidField: 'metadata.annotations.backstage.io/ldap-uuid' },
    );
    expect(staff.map(({ uid }) => uid)).toEqual(['l-1', undefined]);
    expect(uidsTellPeopleApart).toBe(true);
  });

  it('asks the catalog for what it needs and nothing else', async () => {
    const asked = new Map<string, string[]>();
    const catalog = catalogServiceMock.mock({
      async *streamEntities(request) {
        const { filter, fields } = request as any;
        asked.set(filter.kind, fields);
        yield [];
      },
    });
    await read(
      [],
      {
        emailFields: ['spec.profile.workEmail'],
        jobTitleField: 'spec.jobTitle',
        managerField: 'spec.manager',
        uidField: 'metadata.annotations.backstage.io/ldap-uuid',
      },
      catalog,
    );
    const common = ['kind', 'metadata.name', 'metadata.namespace', 'relations'];
    expect(asked).toEqual(
      new Map([
        ['Group', common],
        [
          'User',
          [
            ...common,
            'metadata.title',
            'spec.profile.displayName',
            'spec.profile.email',
            'metadata.annotations.backstage.io/ldap-uuid',
            'spec.profile.workEmail',
            'spec.jobTitle',
            'spec.manager',
            `metadata.annotations.${MARK}`,
            'metadata.annotations.backstage.io/orphan',
          ],
        ],
      ]),
    );
  });

  it('takes only the users of the configured filter, and never other kinds', async () => {
    const entities = [
      user('sam', { spec: { type: 'employee' } }),
      user('robot', { spec: { type: 'machine' } }),
      group('support'),
    ];
    const namesBy = async (filter: Record<string, string | string[]>) =>
      (await read(entities, { filter })).staff.map(
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
    const source = new CatalogStaffSource(
      catalog,
      mockServices.auth(),
      OPTIONS,
    );
    await expect(source.read()).rejects.toThrow('The catalog is down');
  });
});
