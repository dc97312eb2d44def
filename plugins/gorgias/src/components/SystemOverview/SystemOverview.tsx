import { Flex } from '@backstage/ui';
import {
  CheckId,
  PendingTaskId,
  SyncRun,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { ReactNode, useState } from 'react';
import { useSystemActions } from '../../hooks/useSystemActions';
import { may } from '../../may';
import { ConnectDialog } from '../ConnectDialog';
import { HeldRunDialog } from '../HeldRun';
import { CheckList } from './CheckList';
import { ConnectionStatus } from './ConnectionStatus';
import { Headline } from './Headline';
import { OwnAccess } from './OwnAccess';
import { PendingTasks } from './PendingTasks';
import { TASK_ACTIONS } from './taskActions';
import { TaskAction } from './TaskAction';

/** What an admin can always do with a connection in some state, whether or not it is a pending task. */
function connectionTask(summary: SystemSummary): PendingTaskId {
  switch (summary.connection?.state) {
    case 'connected':
      return 'sync';
    case 'needs-reconnect':
      return 'reconnect';
    default:
      return 'connect';
  }
}

/** A system at a glance: connection, what to do next, and the five checks. */
export const SystemOverview = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
  /** What else is shown of a check where there is room for it. */
  renderMore?(checkId: CheckId): ReactNode;
}) => {
  const { summary, refresh } = props;
  const [dialog, setDialog] = useState<'open' | 'waiting'>();
  const [reviewed, setReviewed] = useState<SyncRun | null>(null);
  const actions = useSystemActions({ system: summary, refresh });

  const always: PendingTaskId[] = [connectionTask(summary)];
  if (!summary.critical) {
    always.push('add-critical-system');
  }
  const mayDo = (id: PendingTaskId) => may(summary, TASK_ACTIONS[id]);
  // A button stands beside its task, and here only when it has none.
  const isTask = (id: PendingTaskId) =>
    summary.pendingTasks.some(task => task.id === id);
  const standing = always.filter(id => mayDo(id) && !isTask(id));
  const review = () => setReviewed(summary.sync.held);

  const renderAction = (id: PendingTaskId, isPrimary: boolean) => (
    <TaskAction
      key={id}
      taskId={id}
      summary={summary}
      actions={actions}
      onConnect={() => setDialog('open')}
      onReview={review}
      variant={isPrimary ? 'primary' : 'secondary'}
    />
  );
  const tasks = (
    <PendingTasks
      summary={summary}
      renderAction={(task, isFirst) => renderAction(task.id, isFirst)}
    />
  );
  const own = <OwnAccess accounts={summary.ownAccounts} />;
  // To those who can do none of the tasks, the own account is what matters.
  const isForAdmins = summary.pendingTasks.some(({ id }) => mayDo(id));

  return (
    <Flex direction="column" gap="4">
      <Headline
        summary={summary}
        actions={standing.map(id => renderAction(id, false))}
      />
      <ConnectionStatus
        summary={summary}
        isConnecting={dialog === 'waiting'}
        onReview={isTask('review-held-run') ? undefined : review}
      />
      {isForAdmins ? tasks : own}
      {isForAdmins ? own : tasks}
      <CheckList summary={summary} renderMore={props.renderMore} />
      {dialog && (
        <ConnectDialog
          system={summary}
          onWaiting={isWaiting => setDialog(isWaiting ? 'waiting' : 'open')}
          onClose={() => setDialog(undefined)}
          onConnected={actions.connected}
        />
      )}
      {reviewed && (
        <HeldRunDialog
          system={summary}
          run={reviewed}
          waiting={summary.sync.held}
          refresh={refresh}
          onClose={() => setReviewed(null)}
        />
      )}
    </Flex>
  );
};
