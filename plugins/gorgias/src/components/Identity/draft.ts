import {
  AssignedIdentity,
  IdentityAssignment,
} from 'backstage-plugin-gorgias-common';
import { dayOf, endOfDay } from '../../dates';

/** What the person has entered so far; fields that the chosen type has no use for are kept. */
export interface IdentityDraft {
  type?: IdentityAssignment['type'];
  staffRef: string;
  reason: string;
  owner: string;
  purpose: string;
  /** Until which day it is to be reviewed, as `2026-12-31`. */
  reviewOn: string;
}

const EMPTY: IdentityDraft = {
  staffRef: '',
  reason: '',
  owner: '',
  purpose: '',
  reviewOn: '',
};

/** What to start from: what was said of the account before. */
export function toDraft(
  assignment: AssignedIdentity['assignment'] | undefined,
): IdentityDraft {
  if (!assignment) {
    return EMPTY;
  }
  if (assignment.type === 'staff-member') {
    return { ...EMPTY, ...assignment };
  }
  const { type, owner, purpose, reviewAt } = assignment;
  return { ...EMPTY, type, owner, purpose, reviewOn: dayOf(reviewAt) };
}

/** What the entry says, once it says everything that is needed. */
export function toAssignment(
  draft: IdentityDraft,
): IdentityAssignment | undefined {
  const { type } = draft;
  const staffRef = draft.staffRef.trim();
  const reason = draft.reason.trim();
  const owner = draft.owner.trim();
  const purpose = draft.purpose.trim();
  const reviewAt = endOfDay(draft.reviewOn);

  switch (type) {
    case undefined:
      return undefined;
    case 'automatic':
      return { type };
    case 'staff-member':
      return staffRef && reason ? { type, staffRef, reason } : undefined;
    default:
      return owner && purpose && reviewAt
        ? { type, owner, purpose, reviewAt }
        : undefined;
  }
}
