import {
  CHECK_IDS,
  CheckId,
  Message,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';

/** What changed. @public */
export type HistoryKind =
  | 'verdict'
  | 'account'
  | 'identity'
  | 'access-rule'
  | 'exception'
  | 'staff'
  | 'revocation';

/**
 * One change of something that verdicts rest on, or of a verdict. The first
 * verdicts on an account are one entry, which has no check of its own:
 * `firstVerdicts` reads them.
 *
 * @public
 */
export interface HistoryEntry {
  id: string;
  at: string;
  kind: HistoryKind;
  accountId?: string;
  /** The name the account has now, or else its e-mail address. */
  accountName?: string;
  /** Entity ref of the staff member it is about. */
  staffRef?: string;
  checkId?: CheckId;
  /** User entity ref of who made the change; none when it was read. */
  by?: string;
  /** What was, as far as it changed; `null` for nothing. */
  before: Record<string, unknown> | null;
  /** What is, as far as it changed; `null` for nothing. */
  after: Record<string, unknown> | null;
}

/** What a history can be narrowed to. @public */
export interface HistoryFilter {
  accountId?: string;
  staffRef?: string;
  kind?: HistoryKind;
  checkId?: CheckId;
  /** Only what was noted at this time or later, ISO 8601 in UTC. */
  from?: string;
  /** Only what was noted before this time, ISO 8601 in UTC. */
  to?: string;
}

/** One of the first verdicts on an account, as a history tells it; the ledger tells its facts. @public */
export interface FirstVerdict {
  checkId: CheckId;
  status: VerdictStatus;
  ground: string;
  /** What the ground is made of, to be said in another language. */
  groundParts?: Message[];
}

/**
 * The first verdicts on an account that an entry of a history tells, in the
 * order of the checks; none where it tells something else.
 *
 * @public
 */
export function firstVerdicts(entry: HistoryEntry): FirstVerdict[] {
  const { kind, accountId, checkId, after } = entry;
  if (kind !== 'verdict' || !accountId || checkId || !after) {
    return [];
  }
  return CHECK_IDS.filter(id => id in after).map(id => ({
    checkId: id,
    ...(after[id] as Omit<FirstVerdict, 'checkId'>),
  }));
}
