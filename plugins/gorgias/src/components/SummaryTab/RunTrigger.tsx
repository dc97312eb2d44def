import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';

/** What made a run start, and who. A person who pressed the button needs no more words than the name. */
export const RunTrigger = ({ run }: { run: SyncRun }) => {
  const { trigger, requestedBy } = run;
  const { t } = useTexts();
  return (
    <>
      {(trigger !== 'manual' || !requestedBy) && (
        <Text as="p">{t(`history.trigger.${trigger}`)}</Text>
      )}
      {requestedBy && (
        <Text as="p">
          <EntityRefLink entityRef={requestedBy} />
        </Text>
      )}
    </>
  );
};
