import { Dialog, DialogBody, DialogHeader, Flex, Text } from '@backstage/ui';
import { SyncRun, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { useHeldRunDecision } from '../../hooks/useHeldRunDecision';
import { Time } from '../Time';
import { DecisionProblem } from './DecisionProblem';
import { HeldChange } from './HeldChange';
import { HeldRunButtons } from './HeldRunButtons';
import { useTexts } from '../../hooks/useTexts';

const Consequences = () => {
  const { t } = useTexts();
  return (
    <dl>
      <dt>
        <Text weight="bold">{t('held.ifAccepted')}</Text>
      </dt>
      <dd>
        <Text>{t('held.acceptHelp')}</Text>
      </dd>
      <dt>
        <Text weight="bold">{t('held.ifDiscarded')}</Text>
      </dt>
      <dd>
        <Text>{t('held.discardHelp')}</Text>
      </dd>
    </dl>
  );
};

/**
 * Shows who would be gone, and asks whether to believe it. The run is the one
 * that waited when the dialog opened: a newer one must not slip under a
 * decision that was made about this one.
 */
export const HeldRunDialog = (props: {
  system: Pick<SystemSummary, 'entityRef' | 'title'>;
  run: SyncRun;
  /** The run that waits now, as last read. */
  waiting: SyncRun | null;
  refresh(): Promise<void>;
  onClose(): void;
}) => {
  const { system, waiting, refresh, onClose } = props;
  const { t } = useTexts();
  const [run, setRun] = useState(props.run);
  const decision = useHeldRunDecision({ system, refresh, onDone: onClose });
  const newer =
    decision.problem?.isReplaced && waiting?.id !== run.id ? waiting : null;

  return (
    <Dialog
      isOpen
      width={640}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{t('held.review')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {decision.problem && <DecisionProblem problem={decision.problem} />}
          <Text as="p">
            {t('held.read')} <Time at={run.startedAt} />. {t('held.kept')}
          </Text>
          {run.held?.changes.map(change => (
            <HeldChange key={`${run.id} ${change.source}`} change={change} />
          ))}
          <Consequences />
        </Flex>
      </DialogBody>
      <HeldRunButtons
        run={run}
        decision={decision}
        onReviewNewer={
          newer
            ? () => {
                decision.forgetProblem();
                setRun(newer);
              }
            : undefined
        }
        onClose={onClose}
      />
    </Dialog>
  );
};
