import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Flex, Text } from '@backstage/ui';
import { AccessRule, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { may } from '../../may';
import { AccessRuleDialog } from '../AccessRuleDialog';
import { MissingFromRule, RuleDescription } from '../RuleDescription';
import { Time } from '../Time';
import { RuleVersions } from './RuleVersions';
import { Section } from '../Section';
import { useTexts } from '../../hooks/useTexts';

const RuleInForce = ({ rule }: { rule: AccessRule }) => {
  const { t } = useTexts();
  return (
    <>
      <RuleDescription spec={rule.spec} />
      <MissingFromRule {...rule} />
      <Text as="p" variant="body-small" color="secondary">
        {t('manage.changed')} <Time at={rule.updatedAt} /> {t('manage.by')}{' '}
        <EntityRefLink entityRef={rule.updatedBy} />
        {rule.reason && `: ${rule.reason}`}
      </Text>
    </>
  );
};

/** Who may use the system, and where an admin says so. */
export const AccessSection = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const { summary, refresh } = props;
  const { t } = useTexts();
  const [isConfiguring, setConfiguring] = useState(false);
  return (
    <Section title={t('manage.access')}>
      <Flex justify="between" align="start" gap="3">
        <div>
          <Text as="h4" weight="bold">
            {t('manage.accessValidity')}
          </Text>
          {summary.accessRule ? (
            <RuleInForce rule={summary.accessRule} />
          ) : (
            <Text as="p">{t('manage.notConfigured')}</Text>
          )}
        </div>
        {may(summary, 'manage-access-rule') && (
          <Button variant="secondary" onPress={() => setConfiguring(true)}>
            {t('manage.configure')}
          </Button>
        )}
      </Flex>
      {summary.accessRule && may(summary, 'read-accounts') && (
        <RuleVersions
          entityRef={summary.entityRef}
          revision={summary.accessRule.revision}
        />
      )}
      {isConfiguring && (
        <AccessRuleDialog
          system={summary}
          onClose={() => setConfiguring(false)}
          onSaved={refresh}
        />
      )}
    </Section>
  );
};
