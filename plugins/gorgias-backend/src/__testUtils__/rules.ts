import { AccessRuleSpec, NamedAccess } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';

/** Any time of the year 2026. */
export const timeArbitrary = fc
  .date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2026-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());

/** Any org role. */
export const orgRoleArbitrary = fc.constantFrom(
  'group:default/a',
  'group:default/b',
  'title:C',
);
/** Any person, by entity ref. */
export const personArbitrary = fc
  .constantFrom('a', 'b', 'c', 'd', 'e')
  .map(name => `user:default/${name}`);

/** Any list of org roles, as rules and staff members have them. */
export const orgRolesArbitrary = fc.uniqueArray(orgRoleArbitrary, {
  maxLength: 3,
});

const namedAccess: fc.Arbitrary<NamedAccess> = fc.record({
  subject: fc.oneof(
    personArbitrary,
    fc.constantFrom('account:1', 'account:2', 'account:3'),
  ),
  ticket: fc.constantFrom('HELP-1', 'https://tickets.acme.example/2'),
  until: timeArbitrary,
});
const names = (minLength: number) =>
  fc.uniqueArray(namedAccess, {
    minLength,
    maxLength: 3,
    selector: ({ subject }) => subject,
  });
const someNames = fc.option(names(0), { nil: undefined });

/** Any Gorgias roles that an org role may have. */
export const gorgiasRolesArbitrary = fc.uniqueArray(
  fc.constantFrom('admin', 'agent', 'lite-agent'),
  { minLength: 1 },
);

/** Any rule by org roles. */
export const orgRolesRuleArbitrary: fc.Arbitrary<
  Extract<AccessRuleSpec, { type: 'org-roles' }>
> = fc
  .record({
    limits: fc.uniqueArray(
      fc.tuple(orgRoleArbitrary, fc.option(gorgiasRolesArbitrary)),
      { maxLength: 3, selector: ([role]) => role },
    ),
    people: someNames,
  })
  .map(({ limits, people }) => ({
    type: 'org-roles' as const,
    orgRoles: limits.map(([role]) => role),
    gorgiasRoles: Object.fromEntries(
      limits.flatMap(([role, roles]) => (roles ? [[role, roles]] : [])),
    ),
    ...(people && { people }),
  }));

/** Any access rule. */
export const ruleArbitrary: fc.Arbitrary<AccessRuleSpec> = fc.oneof(
  someNames.map(people => ({
    type: 'all-staff' as const,
    ...(people && { people }),
  })),
  orgRolesRuleArbitrary,
  names(1).map(people => ({ type: 'named-people' as const, people })),
);
