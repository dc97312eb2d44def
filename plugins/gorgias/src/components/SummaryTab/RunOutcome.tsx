import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { HeldChanges, SyncRun } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { useChangeText } from '../HeldRun';
import { English } from '../Said';

const Held = ({ held }: { held: HeldChanges }) => {
  const { decision, decidedBy } = held;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const changeText = useChangeText();
  return (
    <>
      {held.changes.map(change => (
        <Text as="p" key={change.source}>
          {changeText(change)}
        </Text>
      ))}
      <Text as="p">
        {t(`history.decision.${decision ?? 'open'}`)}{' '}
        {decidedBy && <EntityRefLink entityRef={decidedBy} />}
      </Text>
    </>
  );
};

/** How a run ended, why, and what was decided about it if it was held. */
export const RunOutcome = ({ run }: { run: SyncRun }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <>
      <Text weight="bold">{t(`history.outcome.${run.outcome}`)}</Text>
      {run.error && (
        <Text as="p">
          <English>{run.error}</English>
        </Text>
      )}
      {run.held && <Held held={run.held} />}
    </>
  );
};
