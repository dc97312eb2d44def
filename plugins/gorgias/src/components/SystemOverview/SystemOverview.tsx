import { Flex } from '@backstage/ui';
import {
  PendingTaskId,
  SyncRun,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { useSystemActions } from '../../hooks/useSystemActions';
import { may } from '../../may';
import { ConnectDialog } from '../ConnectDialog';
import { HeldRunDialog } from '../HeldRun';
import { CheckList } from './CheckList';
import { ConnectionStatus } from './ConnectionStatus';
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
}) => {
  const { summary, refresh } = props;
  const [isConnecting, setConnecting] = useState(false);
  const [reviewed, setReviewed] = useState<SyncRun | null>(null);
  const actions = useSystemActions({ system: summary, refresh });

  const always: PendingTaskId[] = [connectionTask(summary)];
  if (!summary.critical) {
    always.push('add-critical-system');
  }
  // A button stands beside its task, and here only when it has none.
  const isTask = (id: PendingTaskId) =>
    summary.pendingTasks.some(task => task.id === id);
  const standing = always.filter(
    id => may(summary, TASK_ACTIONS[id]) && !isTask(id),
  );
  const review = () => setReviewed(summary.sync.held);

  const renderAction = (id: PendingTaskId, isPrimary: boolean) => (
    <TaskAction
      key={id}
      taskId={id}
      summary={summary}
      actions={actions}
      onConnect={() => setConnecting(true)}
      onReview={review}
      variant={isPrimary ? 'primary' : 'secondary'}
    />
  );

  return (
    <Flex direction="column" gap="4">
      <ConnectionStatus
        summary={summary}
        action={standing.map(id => renderAction(id, false))}
        onReview={isTask('review-held-run') ? undefined : review}
      />
      <PendingTasks
        summary={summary}
        renderAction={(task, isFirst) => renderAction(task.id, isFirst)}
      />
      <OwnAccess accounts={summary.ownAccounts} />
      <CheckList summary={summary} />
      {isConnecting && (
        <ConnectDialog
          system={summary}
          onClose={() => setConnecting(false)}
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
