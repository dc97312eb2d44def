import { PendingTask, SystemSummary } from 'backstage-plugin-gorgias-common';
import { withoutNames } from '../sync/SyncRunStore';

/** A summary for somebody who may see how a system stands, but nobody's name or address besides the own. */
export function withoutPeople(summary: SystemSummary): SystemSummary {
  const { connection, sync } = summary;
  return {
    ...summary,
    connection: connection && {
      ...connection,
      ...(connection.stateReason && {
        stateReason: 'Gorgias refuses to be read. An admin has to reconnect.',
      }),
      ...(connection.warning && {
        warning: 'The connection may end soon. An admin has to reconnect.',
      }),
      gorgiasUser: { ...connection.gorgiasUser, name: null, email: null },
    },
    sync: {
      ...sync,
      current: sync.current && withoutNames(sync.current),
      last: sync.last && withoutNames(sync.last),
      held: sync.held && withoutNames(sync.held),
    },
    contradictions: [],
    pendingTasks: summary.pendingTasks.map(withoutDetails),
  };
}

function withoutDetails(task: PendingTask): PendingTask {
  return task.id === 'mend-connection' || task.id === 'reconnect'
    ? { ...task, description: 'An admin knows what is wrong.' }
    : task;
}
