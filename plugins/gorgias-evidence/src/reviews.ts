/**
 * An access review as the ledger tells it, with how it stood after the entry.
 * The fields of the API's `AccessReview` that never depend on who asks.
 *
 * @public
 */
export type ReviewRecord = {
  id: string;
  title: string;
  status: string;
  owner: string;
  createdBy: string | null;
  startedAt: string;
  dueAt: string;
  recurrence: string | null;
  signOff: { by: string; at: string; comment: string | null } | null;
  cancellation: { by: string; at: string; reason: string } | null;
};

/** An account in a review as it stood after the entry; of a review that was signed off, as it was judged. @public */
export type ReviewItemRecord = {
  accountId: string;
  name: string | null;
  email: string | null;
  gorgiasRole: string | null;
  state: string;
  identity: {
    type: string;
    staffRef?: string;
    displayName?: string;
    owner?: string;
  };
  /** Status by the id of the check, when it was decided. */
  verdicts: { [checkId: string]: string };
  lastLogInAt: string | null;
  reviewer: string | null;
  addedBecause: string;
  addedAt: string;
  decision: {
    decision: string;
    gorgiasRole?: string;
    comment: string | null;
    by: string;
    at: string;
  } | null;
  followUp: { status: string; doneAt: string | null } | null;
};

/**
 * The body of an entry of the kind `review`. Entries about many accounts come
 * in parts of at most 200, each with the review itself.
 *
 * @public
 */
export type ReviewEntryBody = {
  event:
    | 'started'
    | 'added'
    | 'decided'
    | 'given-back'
    | 'delegated'
    | 'extended'
    | 'followed-up'
    | 'signed-off'
    | 'cancelled'
    /** Repeated with the monthly snapshot of the population, so that nothing before it is needed. */
    | 'snapshot';
  /** User entity ref; `null`: it happened by itself. */
  by: string | null;
  /** What was said with it. */
  comment: string | null;
  review: ReviewRecord;
  /** Those that the event changed; all of them when it began, was signed off or is a snapshot. */
  items: ReviewItemRecord[];
};
