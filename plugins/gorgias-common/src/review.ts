import {
  AccountKind,
  AccountState,
  CheckId,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';
import { PopulationAccount } from './evidence';

/** Where an access review stands. Signed off or cancelled, nothing changes in it any more but its follow-ups. @public */
export type ReviewStatus = 'open' | 'signed-off' | 'cancelled';

/** How often an access review begins anew. @public */
export type ReviewRecurrence =
  | 'monthly'
  | 'quarterly'
  | 'half-yearly'
  | 'yearly';

/**
 * What a reviewer says of an account. `not-mine` gives it back to the owner
 * of the review, who finds somebody else.
 *
 * @public
 */
export type ReviewDecisionKind = 'keep' | 'revoke' | 'change-role' | 'not-mine';

/**
 * Who reviews whose account. Whoever is not found by it, or would review the
 * own access, is reviewed by the owner of the review; the owner's own
 * account by nobody until it is delegated.
 *
 * @public
 */
export type ReviewerRule =
  | {
      /** The manager of the staff member, as the catalog tells it. */
      by: 'manager';
    }
  | {
      by: 'org-role';
      /** The first org role counts that the staff member has. */
      orgRoles: Array<{
        /** Entity ref of a group, or a job title, as access rules have them. */
        orgRole: string;
        /** User entity ref. */
        reviewer: string;
      }>;
    };

/** How far an access review is, in numbers of accounts. @public */
export interface ReviewProgress {
  total: number;
  decided: number;
  keep: number;
  revoke: number;
  changeRole: number;
  /** Those that nobody is asked to review. */
  unassigned: number;
  /** Revocations and changes of role that no sync run has seen done. */
  openFollowUps: number;
}

/** A campaign in which everybody's access to a critical system is judged by somebody else. @public */
export interface AccessReview {
  id: string;
  entityRef: string;
  title: string;
  status: ReviewStatus;
  /** User entity ref of who answers for it and signs it off. */
  owner: string;
  /** User entity ref; `null` when it began by itself. */
  createdBy: string | null;
  /** ISO 8601 in UTC, as all times. */
  startedAt: string;
  dueAt: string;
  /** Whether it is open after it was due. */
  overdue: boolean;
  reviewers: ReviewerRule;
  recurrence: ReviewRecurrence | null;
  /** When the next one begins by itself, `null`: never. */
  nextStartAt: string | null;
  progress: ReviewProgress;
  /** How many accounts wait for who asks. */
  waitingForMe: number;
  /** How many who asks has judged. */
  judgedByMe: number;
  signOff: { by: string; at: string; comment: string | null } | null;
  cancellation: { by: string; at: string; reason: string } | null;
  /** What who asks may do with it now. */
  may: Array<'delegate' | 'extend' | 'cancel' | 'sign-off'>;
}

/** How far a reviewer is. @public */
export interface ReviewerProgress {
  /** User entity ref; `null`: what nobody is asked to review. */
  reviewer: string | null;
  total: number;
  decided: number;
  remindedAt: string | null;
}

/** Answer of `GET .../reviews/{id}` and of everything that changes a review. @public */
export interface AccessReviewDetails extends AccessReview {
  byReviewer: ReviewerProgress[];
}

/** A decision about an account. @public */
export interface ReviewDecision {
  decision: Exclude<ReviewDecisionKind, 'not-mine'>;
  /** The role that the account is to have, of `change-role`. */
  gorgiasRole?: string;
  comment: string | null;
  /** User entity ref. */
  by: string;
  at: string;
}

/**
 * What became of a decision to revoke or to change the role: `open` until a
 * sync run sees it done.
 *
 * @public
 */
export interface ReviewFollowUp {
  status: 'open' | 'done';
  /** When the account was seen gone, deactivated or with another role. */
  doneAt: string | null;
}

/** An account that is to be judged in a review. @public */
export interface ReviewItem {
  accountId: string;
  name: string | null;
  email: string | null;
  gorgiasRole: string | null;
  kind: AccountKind;
  state: AccountState;
  identity: PopulationAccount['identity'];
  /** How the checks stand now, and stood at the end of a review that has ended. */
  verdicts: Partial<Record<CheckId, VerdictStatus>>;
  lastLogInAt: string | null;
  /** User entity ref; `null`: nobody is asked. */
  reviewer: string | null;
  /** Whether that is who asks. */
  isMine: boolean;
  /** Why it is in the review: from the start, or since the account appeared or got another role. */
  addedBecause: 'start' | 'appeared' | 'role-changed';
  addedAt: string;
  decision: ReviewDecision | null;
  followUp: ReviewFollowUp | null;
  /** What was said of the account in the review before. */
  lastDecision: (ReviewDecision & { reviewTitle: string }) | null;
  /** Who gave it back last, and why. */
  notMine: { by: string; at: string; comment: string | null } | null;
}

/** What a list of accounts in a review can be narrowed to. @public */
export interface ReviewItemFilter {
  /** User entity ref, `me`, or `nobody`. */
  reviewer?: string;
  status?: 'undecided' | 'decided' | 'follow-up';
  /** A part of name, e-mail address or whose it is. */
  search?: string;
}

/** Body of `POST .../reviews`. @public */
export interface StartReviewRequest {
  title: string;
  /** User entity ref; default: who asks. */
  owner?: string;
  dueAt: string;
  reviewers: ReviewerRule;
  recurrence?: ReviewRecurrence;
}

/** Body of `POST .../reviews/preview`: who would review how many. @public */
export type PreviewReviewRequest = Pick<
  StartReviewRequest,
  'owner' | 'reviewers'
>;

/** Answer of `POST .../reviews/preview`. @public */
export interface ReviewPreview {
  total: number;
  byReviewer: Array<{ reviewer: string | null; total: number }>;
}

/** Body of `POST .../reviews/{id}/decisions`: the same for all of the accounts, or for none of them. @public */
export interface DecideReviewRequest {
  accountIds: string[];
  decision: ReviewDecisionKind;
  /** Has to be there with `change-role`. */
  gorgiasRole?: string;
  /** Has to be there with everything but `keep`. */
  comment?: string;
}

/** Body of `POST .../reviews/{id}/delegations`. @public */
export interface DelegateReviewRequest {
  accountIds: string[];
  /** User entity ref. */
  to: string;
  comment?: string;
}

/** Body of `POST .../reviews/{id}/extension`. @public */
export interface ExtendReviewRequest {
  dueAt: string;
  reason: string;
}

/** Body of `POST .../reviews/{id}/sign-off`. @public */
export interface SignOffReviewRequest {
  comment?: string;
}

/** Body of `POST .../reviews/{id}/cancellation`. @public */
export interface CancelReviewRequest {
  reason: string;
  /** Also end the recurrence. Default: true. */
  endRecurrence?: boolean;
}

/** An open review in which somebody is asked to judge accounts, from `GET /reviews/mine`. @public */
export interface MyReview {
  id: string;
  entityRef: string;
  systemTitle: string;
  title: string;
  owner: string;
  dueAt: string;
  overdue: boolean;
  total: number;
  decided: number;
}
