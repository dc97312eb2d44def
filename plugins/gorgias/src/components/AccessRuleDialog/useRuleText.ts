import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { roleTitle } from '../../gorgiasRoles';
import { useTexts } from '../../hooks/useTexts';

/** Gives a rule in one line of words, with the refs as they are: two rules that differ must look different. */
export function useRuleText(): (spec: AccessRuleSpec) => string {
  const { t } = useTexts();

  const members = (spec: AccessRuleSpec): string[] => {
    switch (spec.type) {
      case 'all-staff':
        return [t('manage.allStaff')];
      case 'org-roles':
        return [
          t('manage.orgRoles'),
          spec.orgRoles
            .map(orgRole => {
              const limit = spec.gorgiasRoles?.[orgRole];
              const roles = limit?.map(one => roleTitle(one, t)).join(', ');
              return roles
                ? `${orgRole} ${t('manage.asRoles', { roles })}`
                : orgRole;
            })
            .join('; '),
        ];
      default:
        return [t('manage.namedPeople')];
    }
  };

  return spec => {
    const { type, people = [] } = spec;
    const names = people.map(({ subject, ticket }) =>
      t('manage.named', { subject, ticket }),
    );
    return [
      ...members(spec),
      ...(names.length > 0 && type !== 'named-people'
        ? [t('manage.alsoPeople')]
        : []),
      names.join(', '),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
