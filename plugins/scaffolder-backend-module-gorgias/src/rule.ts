import { AccessRuleSpec, NamedAccess } from 'backstage-plugin-gorgias-common';

/** The access rules that a template can set: people are named one by one, and until a date, by people. */
export type TemplateRule = Exclude<AccessRuleSpec, { type: 'named-people' }>;

/**
 * The rule to be put in the place of the one in force. Whoever is named there
 * stays named, since a template knows nothing of them; those whose time is
 * over are left out, as the plugin would refuse them.
 */
export function withPeopleOf(
  inForce: AccessRuleSpec | undefined,
  rule: TemplateRule,
  now: string,
): AccessRuleSpec {
  const people = (inForce?.people ?? []).filter(
    ({ until }: NamedAccess) => until > now,
  );
  return people.length > 0 ? { ...rule, people } : rule;
}

/** Whether the rule in force says the same of everybody who is not named. */
export function saysTheSame(
  inForce: AccessRuleSpec | undefined,
  rule: TemplateRule,
): boolean {
  return inForce !== undefined && essence(inForce) === essence(rule);
}

/** What of a rule counts, written one way: the plugin keeps org roles in lower case, and their order means nothing. */
function essence(spec: AccessRuleSpec): string {
  if (spec.type !== 'org-roles') {
    return spec.type;
  }
  const limits = Object.entries(spec.gorgiasRoles ?? {}).map(
    ([orgRole, roles]) => [written(orgRole), [...roles].sort()] as const,
  );
  return JSON.stringify([
    spec.orgRoles.map(written).sort(),
    limits.sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}

function written(orgRole: string): string {
  return orgRole.trim().toLowerCase();
}
