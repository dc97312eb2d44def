import {
  CheckSummary,
  ConnectionSummary,
  Freshness,
  message,
  Message,
  PendingTask,
  PendingTaskId,
  sayInEnglish,
} from 'backstage-plugin-gorgias-common';
import { ReviewsToDo } from '../reviews/reviewsToDo';

/**
 * What is left to do, in the order in which it is best done: connect, add
 * the critical system, say who may use it, and then what the checks found.
 */
export function pendingTasks(system: {
  connection: Pick<
    ConnectionSummary,
    'state' | 'stateReason' | 'stateReasonParts' | 'warning' | 'warningParts'
  > | null;
  isCritical: boolean;
  hasRule: boolean;
  freshness: Freshness;
  /** Whether a run waits for an admin to accept or discard it. */
  isHeld: boolean;
  /** How often Gorgias contradicts itself. */
  contradictions: number;
  /** How many people used an account after they left. */
  usedAfterLeaving: number;
  /** How many exceptions wait for a decision. */
  requestedExceptions: number;
  reviews: ReviewsToDo;
  checks: CheckSummary[];
}): PendingTask[] {
  const { connection, isCritical, hasRule, freshness, checks } = system;
  const isConnected = connection?.state === 'connected';
  const tasks: Array<PendingTask | false> = [
    system.usedAfterLeaving > 0 && {
      ...counted('look-into-use-after-leaving', system.usedAfterLeaving),
      adminOnly: false,
    },
    (connection === null || connection.state === 'disconnected') &&
      forAdmins('connect'),
    connection?.state === 'needs-reconnect' && {
      ...forAdmins('reconnect'),
      ...(connection.stateReason && {
        description: connection.stateReason,
        descriptionParts: connection.stateReasonParts,
      }),
    },
    system.isHeld && forAdmins('review-held-run'),
    isConnected &&
      connection.warning !== undefined && {
        id: 'mend-connection',
        ...titled(message('tasks.mend-connection.title')),
        description: connection.warning,
        descriptionParts: connection.warningParts,
        adminOnly: true,
      },
    !isCritical && forAdmins('add-critical-system'),
    isCritical && !hasRule && forAdmins('configure-access'),
    isConnected && freshness.stale && forAdmins('sync'),
    ...checkTasks(checks),
    system.requestedExceptions > 0 && {
      ...counted('decide-exceptions', system.requestedExceptions),
      adminOnly: true,
    },
    ...reviewTasks(system.reviews),
    system.contradictions > 0 && {
      ...counted('look-into-contradictions', system.contradictions),
      adminOnly: false,
    },
  ];
  return tasks.filter(task => task !== false);
}

function reviewTasks({
  overdue,
  canBeSignedOff,
  toCarryOut,
}: ReviewsToDo): Array<PendingTask | false> {
  return [
    overdue > 0 && {
      ...counted('finish-overdue-review', overdue),
      adminOnly: false,
    },
    canBeSignedOff && forAdmins('sign-off-review'),
    toCarryOut > 0 && {
      ...counted('carry-out-review', toCarryOut),
      adminOnly: false,
    },
  ];
}

function checkTasks(checks: CheckSummary[]): Array<PendingTask | false> {
  const total = (status: 'failing' | 'unknown') =>
    checks
      .filter(check => check.checkId !== 'access-control-configured')
      .reduce((sum, check) => sum + check.counts[status], 0);
  const failing = total('failing');
  const unknown = total('unknown');
  return [
    failing > 0 && { ...counted('fix-failing', failing), adminOnly: false },
    unknown > 0 && { ...counted('clear-unknown', unknown), adminOnly: false },
  ];
}

type Counted =
  | 'look-into-use-after-leaving'
  | 'fix-failing'
  | 'clear-unknown'
  | 'decide-exceptions'
  | 'finish-overdue-review'
  | 'carry-out-review'
  | 'look-into-contradictions';

function counted(id: Counted, count: number): Omit<PendingTask, 'adminOnly'> {
  return {
    id,
    count,
    ...titled(message(`tasks.${id}.title`, { count })),
    ...described(message(`tasks.${id}.description`)),
  };
}

function forAdmins(
  id: Exclude<PendingTaskId, Counted | 'mend-connection'>,
): PendingTask {
  return {
    id,
    ...titled(message(`tasks.${id}.title`)),
    ...described(message(`tasks.${id}.description`)),
    adminOnly: true,
  };
}

function titled(title: Message) {
  return { title: sayInEnglish([title]), titleParts: [title] };
}

function described(description: Message) {
  return {
    description: sayInEnglish([description]),
    descriptionParts: [description],
  };
}
