import { CheckId, Message } from 'backstage-plugin-gorgias-checks';

/** Where an exception stands. `approved` is in force until its end. @public */
export type ExceptionStatus =
  | 'requested'
  | 'approved'
  | 'refused'
  | 'withdrawn'
  | 'lapsed';

/**
 * A documented, time-limited, approved decision to tolerate one failing
 * verdict.
 *
 * @public
 */
export interface AccessException {
  id: string;
  accountId: string;
  /** The name the account has now, or else its e-mail address. */
  accountName?: string;
  checkId: CheckId;
  reason: string;
  /** A link, or a reference to a file or ticket. */
  reference?: string;
  /** User entity ref. */
  requestedBy: string;
  requestedAt: string;
  /** When it ends, at most a year after it was requested or extended. */
  until: string;
  status: ExceptionStatus;
  /** Who approved, refused or withdrew it. */
  decidedBy?: string;
  decidedAt?: string;
  /** Why it was refused or withdrawn. */
  decisionReason?: string;
  lapsedAt?: string;
  /** Why it lapsed: its date, or the fact that changed. */
  lapsedBecause?: string;
  lapsedBecauseParts?: Message[];
  /** Whether somebody else than who asked had to approve it. */
  twoPersonRule: boolean;
  /** For `If-Match` of what changes it. */
  etag: string;
}

/** Body of `POST .../exceptions`. @public */
export interface RequestExceptionRequest {
  accountId: string;
  checkId: CheckId;
  reason: string;
  reference?: string;
  until: string;
}

/** Body of refusing and withdrawing an exception. @public */
export interface DecideExceptionRequest {
  reason: string;
}

/** Body of extending an exception: it has to be approved again. @public */
export interface ExtendExceptionRequest {
  until: string;
  reason: string;
}

/** Answer of everything that changes an exception. @public */
export interface ExceptionResponse {
  exception: AccessException;
}

/** What a list of exceptions can be narrowed to. @public */
export interface ExceptionFilter {
  accountId?: string;
  checkId?: CheckId;
  status?: ExceptionStatus;
}
