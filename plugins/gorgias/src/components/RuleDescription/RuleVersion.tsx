import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { AccessRuleVersion } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { Time } from '../Time';
import { RuleDescription } from './RuleDescription';

/** One version of a rule: who made it when and why, and what it says. */
export const RuleVersion = ({ version }: { version: AccessRuleVersion }) => {
  const { revision, updatedAt, updatedBy, reason, spec } = version;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <>
      <Text as="h4" weight="bold">
        {t('evidence.version', { n: revision })}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        <Time at={updatedAt} /> {t('manage.by')}{' '}
        <EntityRefLink entityRef={updatedBy} />
        {reason && `: ${reason}`}
      </Text>
      <RuleDescription spec={spec} />
    </>
  );
};
