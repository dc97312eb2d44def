import {
  AccessReviewDetails,
  ReviewItem,
} from 'backstage-plugin-gorgias-common';

const MAYA = 'user:default/maya.ortiz';

export function aReview(
  changes: Partial<AccessReviewDetails> = {},
): AccessReviewDetails {
  return {
    id: 'r1',
    entityRef: 'resource:default/gorgias',
    title: 'Access review, November 2026',
    status: 'open',
    owner: 'user:default/ivy.nakamura',
    createdBy: 'user:default/ivy.nakamura',
    startedAt: '2026-11-24T09:00:00.000Z',
    dueAt: '2098-12-08T09:00:00.000Z',
    overdue: false,
    reviewers: { by: 'manager' },
    recurrence: null,
    nextStartAt: null,
    progress: {
      total: 3,
      decided: 0,
      keep: 0,
      revoke: 0,
      changeRole: 0,
      unassigned: 0,
      openFollowUps: 0,
    },
    waitingForMe: 2,
    judgedByMe: 0,
    signOff: null,
    cancellation: null,
    may: ['delegate', 'extend', 'cancel'],
    byReviewer: [{ reviewer: MAYA, total: 3, decided: 0, remindedAt: null }],
    ...changes,
  };
}

export function aReviewItem(changes: Partial<ReviewItem> = {}): ReviewItem {
  return {
    accountId: '7',
    name: 'Sam Rivers',
    email: 'sam.rivers@acme.example',
    gorgiasRole: 'agent',
    kind: 'human',
    state: 'active',
    identity: {
      type: 'staff-member',
      staffRef: 'user:default/sam.rivers',
      displayName: 'Sam Rivers',
      staffState: 'current',
    },
    verdicts: { 'user-identified': 'passing', 'mfa-enabled': 'passing' },
    lastLogInAt: null,
    reviewer: MAYA,
    isMine: true,
    addedBecause: 'start',
    addedAt: '2026-11-24T09:00:00.000Z',
    decision: null,
    followUp: null,
    lastDecision: null,
    notMine: null,
    ...changes,
  };
}
