import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { toDraft, toSpec } from './draft';

const people = [
  {
    subject: 'user:default/noor.haddad',
    ticket: 'IT-7',
    until: '2027-01-31T22:59:59.999Z',
  },
];
const specs: AccessRuleSpec[] = [
  { type: 'all-staff' },
  { type: 'all-staff', people },
  { type: 'org-roles', orgRoles: ['group:default/a'] },
  {
    type: 'org-roles',
    orgRoles: ['group:default/a', 'title:Team Lead'],
    gorgiasRoles: { 'title:Team Lead': ['admin', 'role-of-tomorrow'] },
    people,
  },
  { type: 'named-people', people },
];

describe('the draft of an access rule', () => {
  it.each(specs)('loses nothing of %j', spec => {
    expect(toSpec(toDraft(spec))).toEqual(spec);
  });

  it.each([
    undefined,
    { type: 'org-roles', orgRoles: [] } as const,
    { type: 'named-people', people: [] } as const,
  ])('stands for no rule while it says too little: %j', spec => {
    expect(toSpec(toDraft(spec as unknown as AccessRuleSpec))).toBeUndefined();
  });

  it('leaves out limits of org roles that are no longer chosen, and empty ones', () => {
    const draft = toDraft(specs[3]);
    const { gorgiasRoles } = draft;
    const spec = toSpec({
      ...draft,
      orgRoles: ['group:default/a'],
      gorgiasRoles: { ...gorgiasRoles, 'group:default/a': [] },
    });
    expect(spec).toEqual({
      type: 'org-roles',
      orgRoles: ['group:default/a'],
      people,
    });
  });

  it('remembers what another kind of rule has no use for', () => {
    const draft = toDraft(specs[3]);
    expect(toSpec({ ...draft, type: 'all-staff' })).toEqual(specs[1]);
    expect(toSpec({ ...draft, type: 'org-roles' })).toEqual(specs[3]);
  });
});
