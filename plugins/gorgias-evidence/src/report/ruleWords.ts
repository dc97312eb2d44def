import { RuleVersion } from '../accessRules';
import { Json, JsonObject } from '../canonical';
import { Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { joined, time } from './words';

const TITLE = 'title:';

/** Who was allowed to have access, in each version of the rule. */
export function ruleSection({ rules }: ReportData): Markup {
  return markup`<h2>Access rule</h2>
${
  rules.length > 0
    ? rules.map(version)
    : markup`<p class="note">No access rule was in force in the period.</p>\n`
}`;
}

function version({ revision, since, by, reason, spec }: RuleVersion): Markup {
  return markup`<h3>Version ${revision}, in force since ${time(since)}</h3>
<p>Set by ${by ?? 'nobody: it followed from a change in the catalog'}${
    reason === null ? null : markup`, because: ${reason}`
  }. It allows:</p>
<ul>
${allowed(spec as JsonObject).map(line => markup`<li>${line}</li>\n`)}</ul>
`;
}

/** Everybody whom a rule covers, in words. */
function allowed(spec: JsonObject): string[] {
  const all = [
    ...(spec.type === 'all-staff' ? ['All current staff'] : []),
    ...textsOf(spec.orgRoles).map(orgRole =>
      orgRoleWords(orgRole, (spec.gorgiasRoles ?? {}) as JsonObject),
    ),
    ...((spec.people ?? []) as JsonObject[]).map(personWords),
  ];
  return all.length > 0 ? all : ['Nobody'];
}

function orgRoleWords(orgRole: string, gorgiasRoles: JsonObject): string {
  const members = orgRole.startsWith(TITLE)
    ? `People with the job title ${orgRole.slice(TITLE.length)}`
    : `Members of ${orgRole}`;
  const roles = Object.hasOwn(gorgiasRoles, orgRole)
    ? textsOf(gorgiasRoles[orgRole])
    : [];
  return roles.length > 0
    ? `${members}, with the Gorgias role ${roles.join(' or ')}`
    : members;
}

function personWords({ subject, until, ticket }: JsonObject): string {
  return joined(
    String(subject),
    `until ${time(until)}`,
    ticket ? String(ticket) : undefined,
  );
}

function textsOf(value: Json | undefined): string[] {
  return ((value ?? []) as Json[]).map(String);
}
