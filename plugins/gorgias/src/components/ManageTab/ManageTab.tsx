import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useSystemActions } from '../../hooks/useSystemActions';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { ExceptionsSection } from '../Exceptions';
import { AccessSection } from './AccessSection';
import { ConnectionSection } from './ConnectionSection';
import { ListSection } from './ListSection';
import { SettingsSection } from './SettingsSection';

const CHANGES = [
  'administrate',
  'manage-connection',
  'manage-access-rule',
] as const;

/** Where admins change things, and others see how they are set. */
export const ManageTab = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const { summary, refresh } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const actions = useSystemActions({ system: summary, refresh });
  return (
    <Flex direction="column" gap="6" py="4">
      {!CHANGES.some(action => may(summary, action)) && (
        <Alert status="info" icon title={t('common.readOnly')} />
      )}
      <ConnectionSection
        summary={summary}
        actions={actions}
        refresh={refresh}
      />
      <AccessSection summary={summary} refresh={refresh} />
      <ListSection summary={summary} actions={actions} />
      <SettingsSection summary={summary} />
      {may(summary, 'read-accounts') && (
        <ExceptionsSection summary={summary} refresh={refresh} />
      )}
    </Flex>
  );
};
