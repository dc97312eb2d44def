import { Button, DialogFooter } from '@backstage/ui';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { HeldRunDecision } from '../../hooks/useHeldRunDecision';
import { useTexts } from '../../hooks/useTexts';

/** The ways out of the review: a decision, or none when there is none to make any more. */
export const HeldRunButtons = (props: {
  run: SyncRun;
  decision: HeldRunDecision;
  /** Goes on to the run that has taken the place of this one, if one has. */
  onReviewNewer?(): void;
  onClose(): void;
}) => {
  const { run, decision, onReviewNewer, onClose } = props;
  const { t } = useTexts();
  const { busy } = decision;

  if (decision.problem?.isReplaced) {
    return (
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        {onReviewNewer && (
          <Button onPress={onReviewNewer}>{t('held.reviewNewer')}</Button>
        )}
      </DialogFooter>
    );
  }
  return (
    <DialogFooter>
      <Button variant="secondary" onPress={onClose}>
        {t('common.cancel')}
      </Button>
      <Button
        variant="secondary"
        isPending={busy === 'discard'}
        isDisabled={busy === 'accept'}
        onPress={() => decision.discard(run.id)}
      >
        {t('held.discard')}
      </Button>
      <Button
        destructive
        isPending={busy === 'accept'}
        isDisabled={busy === 'discard'}
        onPress={() => decision.accept(run.id)}
      >
        {t('held.accept')}
      </Button>
    </DialogFooter>
  );
};
