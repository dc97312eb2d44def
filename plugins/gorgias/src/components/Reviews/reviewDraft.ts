import {
  ReviewerRule,
  ReviewRecurrence,
  StartReviewRequest,
} from 'backstage-plugin-gorgias-common';
import { endOfDay } from '../../dates';
import { isEntityRef } from '../EntityPicker';

/** What somebody has entered of a review that is to be started. */
export interface ReviewDraft {
  title: string;
  /** As `2026-12-31`. */
  dueOn: string;
  /** User entity ref; empty: who starts it. */
  owner: string;
  by: ReviewerRule['by'];
  lines: Array<{ orgRole: string; reviewer: string }>;
  recurrence: ReviewRecurrence | 'never';
}

/** Who judges, once that is complete. */
export function ruleOf({ by, lines }: ReviewDraft): ReviewerRule | undefined {
  if (by === 'manager') {
    return { by };
  }
  const orgRoles = lines.map(({ orgRole, reviewer }) => ({
    orgRole: orgRole.trim(),
    reviewer: reviewer.trim(),
  }));
  return orgRoles.length > 0 &&
    orgRoles.every(
      ({ orgRole, reviewer }) => orgRole !== '' && isEntityRef(reviewer),
    )
    ? { by, orgRoles }
    : undefined;
}

/** What is to be sent, once it is complete. */
export function requestOf(draft: ReviewDraft): StartReviewRequest | undefined {
  const { title, dueOn, recurrence } = draft;
  const owner = draft.owner.trim();
  const dueAt = endOfDay(dueOn);
  const reviewers = ruleOf(draft);
  if (!title.trim() || !dueAt || !reviewers || (owner && !isEntityRef(owner))) {
    return undefined;
  }
  return {
    title: title.trim(),
    dueAt,
    reviewers,
    ...(owner && { owner }),
    ...(recurrence !== 'never' && { recurrence }),
  };
}
