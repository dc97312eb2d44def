import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { AccessRule, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasTranslationRef } from '../../translation';
import { AccessRuleDialog } from '../AccessRuleDialog';
import { Time } from '../Time';
import { Section } from './Section';

const RuleInForce = ({ rule }: { rule: AccessRule }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <>
      {rule.spec.type === 'all-staff' ? (
        <Text as="p">{t('manage.allStaff')}</Text>
      ) : (
        <Text as="p">
          {t('manage.orgRoles')}{' '}
          <EntityRefLinks entityRefs={rule.spec.orgRoles} />
        </Text>
      )}
      {rule.missingOrgRoles.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('manage.missingOrgRoles', {
            refs: rule.missingOrgRoles.join(', '),
          })}
        />
      )}
      <Text as="p" variant="body-small" color="secondary">
        {t('manage.changed')} <Time at={rule.updatedAt} /> {t('manage.by')}{' '}
        <EntityRefLink entityRef={rule.updatedBy} />
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
  const { t } = useTranslationRef(gorgiasTranslationRef);
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
        {summary.canManage && (
          <Button variant="secondary" onPress={() => setConfiguring(true)}>
            {t('manage.configure')}
          </Button>
        )}
      </Flex>
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
