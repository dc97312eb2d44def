import { Button, ButtonLink } from '@backstage/ui';
import { PendingTaskId, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useNavigate } from 'react-router-dom';
import { SystemActions } from '../../hooks/useSystemActions';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useTexts } from '../../hooks/useTexts';

/** The button that does a task, or leads to where it is done. */
export const TaskAction = (props: {
  taskId: PendingTaskId;
  summary: SystemSummary;
  actions: SystemActions;
  onConnect(): void;
  onReview(): void;
  variant: 'primary' | 'secondary';
}) => {
  const { summary, actions, variant } = props;
  const { t } = useTexts();
  const links = useSystemLinks()(summary.entityRef);
  const navigate = useNavigate();

  switch (props.taskId) {
    case 'connect':
      return (
        <Button variant={variant} onPress={props.onConnect}>
          {t('actions.connectButton')}
        </Button>
      );
    case 'reconnect':
    case 'mend-connection':
      return (
        <Button variant={variant} onPress={props.onConnect}>
          {t('actions.reconnectButton')}
        </Button>
      );
    case 'review-held-run':
      return (
        <Button variant={variant} onPress={props.onReview}>
          {t('actions.reviewButton')}
        </Button>
      );
    case 'add-critical-system':
      return (
        <Button
          variant={variant}
          isPending={actions.busy === 'add'}
          onPress={actions.add}
        >
          {t('actions.addButton')}
        </Button>
      );
    case 'configure-access':
      return (
        <Button variant={variant} onPress={() => navigate(links.manage)}>
          {t('actions.configureButton')}
        </Button>
      );
    case 'sync':
      return (
        <Button
          variant={variant}
          isPending={actions.busy === 'sync'}
          isDisabled={Boolean(summary.sync.current)}
          onPress={actions.syncNow}
        >
          {t('actions.syncButton')}
        </Button>
      );
    case 'fix-failing':
      return (
        <ButtonLink
          variant="secondary"
          href={links.accounts({ status: 'failing' })}
        >
          {t('actions.showFailing')}
        </ButtonLink>
      );
    case 'look-into-contradictions':
      return (
        <ButtonLink variant="secondary" href={links.contradictions}>
          {t('actions.showContradictions')}
        </ButtonLink>
      );
    case 'look-into-use-after-leaving':
      return (
        <ButtonLink variant="secondary" href={links.people}>
          {t('actions.showPeople')}
        </ButtonLink>
      );
    case 'decide-exceptions':
      return (
        <ButtonLink variant="secondary" href={links.exceptions}>
          {t('actions.decideExceptions')}
        </ButtonLink>
      );
    case 'finish-overdue-review':
    case 'sign-off-review':
    case 'carry-out-review':
      return (
        <ButtonLink variant="secondary" href={links.reviews()}>
          {t('actions.showReviews')}
        </ButtonLink>
      );
    default:
      return (
        <ButtonLink
          variant="secondary"
          href={links.accounts({ status: 'unknown' })}
        >
          {t('actions.showUnknown')}
        </ButtonLink>
      );
  }
};
