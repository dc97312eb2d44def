import {
  CheckSummary,
  ConnectionSummary,
  Freshness,
  PendingTask,
} from 'backstage-plugin-gorgias-common';

/**
 * What is left to do, in the order in which it is best done: connect, add
 * the critical system, say who may use it, and then what the checks found.
 */
export function pendingTasks(system: {
  connection: Pick<
    ConnectionSummary,
    'state' | 'stateReason' | 'warning'
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
  checks: CheckSummary[];
}): PendingTask[] {
  const { connection, isCritical, hasRule, freshness, checks } = system;
  const isConnected = connection?.state === 'connected';
  const tasks: Array<PendingTask | false> = [
    system.usedAfterLeaving > 0 && {
      id: 'look-into-use-after-leaving',
      title: `Look into ${system.usedAfterLeaving} ${
        system.usedAfterLeaving === 1 ? 'person who' : 'people who'
      } logged in after leaving`,
      description:
        'Gorgias tells of a log-in to the account of somebody who had left. Remove the account, and find out who it was.',
      adminOnly: false,
    },
    (connection === null || connection.state === 'disconnected') && {
      id: 'connect',
      title: 'Connect Gorgias',
      description: 'Until then nobody can say who has access.',
      adminOnly: true,
    },
    connection?.state === 'needs-reconnect' && {
      id: 'reconnect',
      title: 'Reconnect Gorgias',
      description:
        connection.stateReason ?? 'Gorgias does not accept the grant any more.',
      adminOnly: true,
    },
    system.isHeld && {
      id: 'review-held-run',
      title: 'Review the held sync',
      description:
        'The last read would mark so many gone at once that somebody has to say whether to believe it. Until then nothing is changed.',
      adminOnly: true,
    },
    isConnected &&
      connection.warning !== undefined && {
        id: 'mend-connection',
        title: 'Reconnect as an admin',
        description: connection.warning,
        adminOnly: true,
      },
    !isCritical && {
      id: 'add-critical-system',
      title: 'Add Critical System',
      description:
        'Puts Gorgias on the list of critical systems, where access has to be justified.',
      adminOnly: true,
    },
    isCritical &&
      !hasRule && {
        id: 'configure-access',
        title: 'Configure who may use it',
        description:
          'Say whether all staff or chosen org roles may use Gorgias. Until then no access is valid.',
        adminOnly: true,
      },
    isConnected &&
      freshness.stale && {
        id: 'sync',
        title: 'Sync again',
        description:
          'Gorgias has not been read for longer than allowed, so all verdicts are stale.',
        adminOnly: true,
      },
    ...checkTasks(checks),
    system.requestedExceptions > 0 && {
      id: 'decide-exceptions',
      title: `Decide about ${system.requestedExceptions} requested ${
        system.requestedExceptions === 1 ? 'exception' : 'exceptions'
      }`,
      description:
        'Somebody else than who asked approves or refuses them. Until then the verdicts keep failing.',
      adminOnly: true,
    },
    system.contradictions > 0 && {
      id: 'look-into-contradictions',
      title: `Look into ${system.contradictions} ${
        system.contradictions === 1 ? 'contradiction' : 'contradictions'
      }`,
      description:
        "Gorgias' event log and its list of users disagree, so one of them is wrong.",
      adminOnly: false,
    },
  ];
  return tasks.filter(task => task !== false);
}

function checkTasks(checks: CheckSummary[]): Array<PendingTask | false> {
  const total = (status: 'failing' | 'unknown') =>
    checks
      .filter(check => check.checkId !== 'access-control-configured')
      .reduce((sum, check) => sum + check.counts[status], 0);
  const failing = total('failing');
  const unknown = total('unknown');
  return [
    failing > 0 && {
      id: 'fix-failing',
      title: `Fix ${failing} failing ${failing === 1 ? 'verdict' : 'verdicts'}`,
      description: 'Each says what to do and who is asked to do it.',
      adminOnly: false,
    },
    unknown > 0 && {
      id: 'clear-unknown',
      title: `Clear up ${unknown} unknown ${
        unknown === 1 ? 'verdict' : 'verdicts'
      }`,
      description: 'What is not known is never counted as passing.',
      adminOnly: false,
    },
  ];
}
