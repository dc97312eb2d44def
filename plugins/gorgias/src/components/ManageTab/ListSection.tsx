import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { SystemActions } from '../../hooks/useSystemActions';
import { may } from '../../may';
import { ConfirmDialog } from '../ConfirmDialog';
import { Time } from '../Time';
import { Section } from '../Section';
import { useTexts } from '../../hooks/useTexts';

/** Whether the entity is on the list of critical systems, and putting it there or taking it off. */
export const ListSection = (props: {
  summary: SystemSummary;
  actions: SystemActions;
}) => {
  const { summary, actions } = props;
  const { critical, title } = summary;
  const { t } = useTexts();
  const [isConfirming, setConfirming] = useState(false);

  const button = critical ? (
    <Button
      variant="secondary"
      isPending={actions.busy === 'remove'}
      onPress={() => setConfirming(true)}
    >
      {t('manage.remove')}
    </Button>
  ) : (
    <Button isPending={actions.busy === 'add'} onPress={actions.add}>
      {t('actions.addButton')}
    </Button>
  );

  return (
    <Section
      title={t('manage.list')}
      buttons={may(summary, 'administrate') && button}
    >
      {critical ? (
        <Text as="p">
          {t('manage.listed')} <Time at={critical.addedAt} /> {t('manage.by')}{' '}
          <EntityRefLink entityRef={critical.addedBy} />
        </Text>
      ) : (
        <Text as="p">{t('manage.notListed')}</Text>
      )}
      {isConfirming && (
        <ConfirmDialog
          title={t('manage.removeTitle', { title })}
          consequence={t('manage.removeHelp')}
          confirm={t('manage.remove')}
          onConfirm={actions.remove}
          onClose={() => setConfirming(false)}
        />
      )}
    </Section>
  );
};
