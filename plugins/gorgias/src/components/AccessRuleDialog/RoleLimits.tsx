import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, Flex, Text } from '@backstage/ui';
import { gorgiasRoleTitle } from 'backstage-plugin-gorgias-common';
import { PEOPLES_ROLES } from '../../gorgiasRoles';
import { useReachableInput } from '../../hooks/useReachableInput';
import { gorgiasTranslationRef } from '../../translation';

const Limit = (props: {
  orgRole: string;
  value: string[];
  onChange(value: string[]): void;
}) => {
  const { orgRole, value, onChange } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const reachable = useReachableInput();
  // A role that Gorgias has come up with since must not be lost.
  const others = value.filter(role => !PEOPLES_ROLES.includes(role));
  return (
    <CheckboxGroup
      label={t('rule.limitOf', { orgRole })}
      secondaryLabel={value.length === 0 ? t('rule.limitAny') : undefined}
      orientation="horizontal"
      value={value}
      onChange={onChange}
    >
      {[...PEOPLES_ROLES, ...others].map(role => (
        <Checkbox key={role} value={role} className={reachable}>
          {gorgiasRoleTitle(role)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
};

/** For each chosen org role, which Gorgias roles it may have. */
export const RoleLimits = (props: {
  orgRoles: string[];
  value: Record<string, string[]>;
  onChange(value: Record<string, string[]>): void;
}) => {
  const { orgRoles, value, onChange } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (orgRoles.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('rule.limits')}>
      <Flex direction="column" gap="2">
        <Text as="h3" weight="bold">
          {t('rule.limits')}
        </Text>
        <Text as="p" color="secondary">
          {t('rule.limitsHelp')}
        </Text>
        {orgRoles.map(orgRole => (
          <Limit
            key={orgRole}
            orgRole={orgRole}
            value={value[orgRole] ?? []}
            onChange={limit => onChange({ ...value, [orgRole]: limit })}
          />
        ))}
      </Flex>
    </section>
  );
};
