import { CheckId } from 'backstage-plugin-gorgias-checks';

/** What changed. @public */
export type HistoryKind =
  | 'verdict'
  | 'account'
  | 'identity'
  | 'access-rule'
  | 'exception'
  | 'staff'
  | 'revocation';

/** One change of something that verdicts rest on, or of a verdict. @public */
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
