import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { saysTheSame, TemplateRule, withPeopleOf } from './rule';

const SUPPORT = 'group:default/support';
const IT = 'group:default/it';

const orgRoles = (
  roles: string[],
  gorgiasRoles?: Record<string, string[]>,
): TemplateRule => ({
  type: 'org-roles',
  orgRoles: roles,
  ...(gorgiasRoles && { gorgiasRoles }),
});

describe('a rule of a template', () => {
  const same: Array<[AccessRuleSpec, TemplateRule]> = [
    [{ type: 'all-staff' }, { type: 'all-staff' }],
    [orgRoles([SUPPORT, IT]), orgRoles([IT, 'Group:default/Support '])],
    [
      orgRoles([SUPPORT], { [SUPPORT]: ['agent', 'admin'] }),
      orgRoles([SUPPORT], { [SUPPORT]: ['admin', 'agent'] }),
    ],
  ];
  it.each(same)('%j says the same as %j', (inForce, rule) => {
    expect(saysTheSame(inForce, rule)).toBe(true);
  });

  const different: Array<[AccessRuleSpec | undefined, TemplateRule]> = [
    [undefined, { type: 'all-staff' }],
    [{ type: 'named-people', people: [] }, { type: 'all-staff' }],
    [orgRoles([SUPPORT]), { type: 'all-staff' }],
    [orgRoles([SUPPORT]), orgRoles([SUPPORT, IT])],
    [orgRoles([SUPPORT], { [SUPPORT]: ['agent'] }), orgRoles([SUPPORT])],
    [
      orgRoles([SUPPORT], { [SUPPORT]: ['agent'] }),
      orgRoles([SUPPORT], { [SUPPORT]: ['admin'] }),
    ],
  ];
  it.each(different)('%j does not say the same as %j', (inForce, rule) => {
    expect(saysTheSame(inForce, rule)).toBe(false);
  });

  it('keeps who is named, but for those whose time is over', () => {
    const named = (name: string, until: string) => ({
      subject: `user:default/${name}`,
      ticket: 'T-1',
      until,
    });
    const stays = named('sam', '2026-02-01T00:00:00.000Z');
    const inForce: AccessRuleSpec = {
      type: 'named-people',
      people: [named('linh', '2026-01-01T00:00:00.000Z'), stays],
    };
    const now = '2026-01-15T00:00:00.000Z';
    expect(withPeopleOf(inForce, { type: 'all-staff' }, now)).toEqual({
      type: 'all-staff',
      people: [stays],
    });
    expect(withPeopleOf(undefined, { type: 'all-staff' }, now)).toEqual({
      type: 'all-staff',
    });
  });
});
