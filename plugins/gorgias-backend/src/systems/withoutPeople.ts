import {
  Message,
  message,
  PendingTask,
  sayInEnglish,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { withoutNames } from '../sync/SyncRunStore';

const IS_REFUSED: Message[] = [message('connection.isRefused')];
const MAY_END: Message[] = [message('connection.mayEnd')];
const ADMIN_KNOWS: Message[] = [message('connection.adminKnows')];

/** A summary for somebody who may see how a system stands, but nobody's name or address besides the own. */
export function withoutPeople(summary: SystemSummary): SystemSummary {
  const { connection, sync } = summary;
  return {
    ...summary,
    connection: connection && {
      ...connection,
      ...(connection.stateReason && {
        stateReason: sayInEnglish(IS_REFUSED),
        stateReasonParts: IS_REFUSED,
      }),
      ...(connection.warning && {
        warning: sayInEnglish(MAY_END),
        warningParts: MAY_END,
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
    ? {
        ...task,
        description: sayInEnglish(ADMIN_KNOWS),
        descriptionParts: ADMIN_KNOWS,
      }
    : task;
}
