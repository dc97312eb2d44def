import { ReviewEntryBody, ReviewItemRecord, ReviewRecord } from '../reviews';

const IVY = 'user:default/ivy';

/** What is left to be done after somebody decided. */
export const REVOKED: Partial<ReviewItemRecord> = {
  decision: {
    decision: 'revoke',
    comment: '=NOT("needed")',
    by: IVY,
    at: '2026-12-03T09:40:00.000Z',
  },
  followUp: { status: 'open', doneAt: null },
};

export const SEEN_DONE: Partial<ReviewItemRecord> = {
  state: 'gone',
  followUp: { status: 'done', doneAt: '2026-12-03T09:55:00.000Z' },
};

export const SIGNED_OFF: Partial<ReviewRecord> = {
  status: 'signed-off',
  signOff: { by: IVY, at: '2026-12-03T09:50:00.000Z', comment: null },
};

/** An account in a review, of which nothing is decided yet. */
export function reviewItem(
  accountId: string,
  more: Partial<ReviewItemRecord> = {},
): ReviewItemRecord {
  return {
    accountId,
    name: `Person ${accountId}`,
    email: `person.${accountId}@acme.example`,
    gorgiasRole: 'agent',
    state: 'active',
    identity: { type: 'unidentified' },
    verdicts: { 'mfa-enabled': 'failing' },
    lastLogInAt: null,
    reviewer: IVY,
    addedBecause: 'start',
    addedAt: '2026-12-03T09:30:00.000Z',
    decision: null,
    followUp: null,
    ...more,
  };
}

/** What an entry says that happened in the one review. */
export function reviewBody(
  event: ReviewEntryBody['event'],
  items: ReviewItemRecord[],
  review: Partial<ReviewRecord> = {},
): ReviewEntryBody {
  return {
    event,
    by: IVY,
    comment: null,
    review: {
      id: 'r1',
      title: 'Access review, December 2026',
      status: 'open',
      owner: IVY,
      createdBy: IVY,
      startedAt: '2026-12-03T09:30:00.000Z',
      dueAt: '2026-12-10T09:00:00.000Z',
      recurrence: null,
      signOff: null,
      cancellation: null,
      ...review,
    },
    items,
  };
}
