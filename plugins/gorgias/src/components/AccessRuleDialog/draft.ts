import { AccessRuleSpec, NamedAccess } from 'backstage-plugin-gorgias-common';

/** What the person has chosen so far, also of what the chosen type has no use for: changing one's mind must lose nothing. */
export interface AccessRuleDraft {
  type?: AccessRuleSpec['type'];
  orgRoles: string[];
  /** By org role; none, or an empty list, for any. */
  gorgiasRoles: Record<string, string[]>;
  people: NamedAccess[];
}

/** The rule a choice stands for, once it stands for one. */
export function toSpec(draft: AccessRuleDraft): AccessRuleSpec | undefined {
  const { type, orgRoles, people } = draft;
  const named = people.length > 0 && { people };
  const gorgiasRoles = Object.fromEntries(
    orgRoles.flatMap(orgRole => {
      const limit = draft.gorgiasRoles[orgRole];
      return limit?.length ? [[orgRole, limit]] : [];
    }),
  );
  const limited = Object.keys(gorgiasRoles).length > 0 && { gorgiasRoles };

  switch (type) {
    case 'all-staff':
      return { type, ...named };
    case 'org-roles':
      return orgRoles.length > 0
        ? { type, orgRoles, ...limited, ...named }
        : undefined;
    case 'named-people':
      return named ? { type, ...named } : undefined;
    default:
      return undefined;
  }
}

/** The choice that a rule in force stands for. */
export function toDraft(spec: AccessRuleSpec | undefined): AccessRuleDraft {
  const isByRole = spec?.type === 'org-roles';
  return {
    type: spec?.type,
    orgRoles: isByRole ? spec.orgRoles : [],
    gorgiasRoles: (isByRole && spec.gorgiasRoles) || {},
    people: spec?.people ?? [],
  };
}
