import { CHECK_IDS, CheckId } from 'backstage-plugin-gorgias-common';
import { OpenVerdict } from '../checks/VerdictStore';
import { Connection } from '../connections/ConnectionStore';
import { restsOnGorgias } from '../systems/checkSummaries';

/** What there is to do: to fix what fails a check, or what only a person can decide. */
export type DutyKind =
  | CheckId
  | 'reconnect'
  | 'review-held-run'
  | 'decide-exceptions';

/** How urgent each is, the most urgent first. What is critical can't wait. */
export const URGENCY: Record<DutyKind, 'critical' | 'high' | 'normal'> = {
  'offboarded-access-removed': 'critical',
  reconnect: 'high',
  'review-held-run': 'high',
  'access-control-configured': 'high',
  'access-valid': 'normal',
  'mfa-enabled': 'normal',
  'user-identified': 'normal',
  'decide-exceptions': 'normal',
};

/** Something that is somebody's to do. */
export interface Duty {
  /** Entity ref of a user or group. */
  recipient: string;
  kind: DutyKind;
  /** Id of what it is about; empty when that is the system itself. */
  subject: string;
}

/** What is to be done about a system. */
export interface SystemDuties {
  open: Duty[];
  /** Whether nobody can say now if something that was to be done is done. */
  isUnsure(duty: Duty): boolean;
}

/**
 * What is to be done about a system, and by whom: what fails, by who is asked
 * to act on it, and what waits for a decision, by the owner of the system.
 * What rests on facts that are too old, or that were never read, is left open.
 */
export function dutiesOf(system: {
  owner: string | null;
  connection: Pick<Connection, 'id' | 'state'> | undefined;
  isHeld: boolean;
  /** Whether there are facts of Gorgias that are not too old. */
  hasFacts: boolean;
  verdicts: readonly OpenVerdict[];
  /** Ids of exceptions that wait for a decision. */
  requestedExceptions: readonly string[];
  /** Entity refs of people who have left, and so can't do anything. */
  leavers: ReadonlySet<string>;
}): SystemDuties {
  const { owner, connection, hasFacts, verdicts, leavers } = system;
  const isKnown = (kind: DutyKind) =>
    hasFacts || !isCheck(kind) || !restsOnGorgias(kind);
  const unknown = new Set(
    verdicts
      .filter(({ status }) => status === 'unknown')
      .map(({ checkId, accountId }) => `${checkId}/${accountId}`),
  );
  const failing = verdicts.flatMap(
    ({ checkId, accountId, status, owner: by }): Duty[] =>
      status === 'failing' && by !== null && isKnown(checkId)
        ? [{ recipient: by, kind: checkId, subject: accountId }]
        : [],
  );
  const ofOwner: Array<Omit<Duty, 'recipient'>> =
    system.requestedExceptions.map(id => ({
      kind: 'decide-exceptions',
      subject: id,
    }));
  if (connection?.state === 'needs-reconnect') {
    ofOwner.push({ kind: 'reconnect', subject: connection.id });
  }
  if (connection && system.isHeld) {
    ofOwner.push({ kind: 'review-held-run', subject: connection.id });
  }
  return {
    open: [
      ...failing,
      ...(owner === null
        ? []
        : ofOwner.map(duty => ({ recipient: owner, ...duty }))),
    ].filter(({ recipient }) => !leavers.has(recipient)),
    isUnsure: ({ kind, subject }) =>
      !isKnown(kind) || unknown.has(`${kind}/${subject}`),
  };
}

function isCheck(kind: DutyKind): kind is CheckId {
  return (CHECK_IDS as readonly DutyKind[]).includes(kind);
}
