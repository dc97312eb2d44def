import { ReviewerProgress } from 'backstage-plugin-gorgias-common';
import { ReviewMessage, SentMessage } from './ReviewMessageStore';
import { StoredReview } from './review';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What a reviewer is told in the course of a review; who was told something is never told what comes before it. */
const COURSE: readonly ReviewMessage[] = [
  'assigned',
  'week-before',
  'day-before',
  'overdue',
];

/** What somebody is to be told of a review. */
export interface DueMessage {
  recipient: string;
  message: ReviewMessage;
  /** How many accounts it is about. */
  accounts: number;
}

/**
 * What is to be told of a review now: to each reviewer that accounts wait,
 * again a week and a day before they are due and when that is over; then to
 * the owner and the reviewers' managers too; and to the owner that all is
 * judged. Nobody is told anything twice, unless it was done in between.
 */
export function dueMessages(
  { owner, dueAt }: Pick<StoredReview, 'owner' | 'dueAt'>,
  reviewers: readonly Pick<
    ReviewerProgress,
    'reviewer' | 'total' | 'decided'
  >[],
  managerOf: (reviewer: string) => string | null,
  sent: readonly SentMessage[],
  now: string,
): DueMessage[] {
  const due: DueMessage[] = [];
  const wasTold = (recipient: string, messages: readonly ReviewMessage[]) =>
    sent.some(
      told => told.recipient === recipient && messages.includes(told.message),
    );
  const tell = (recipient: string, message: ReviewMessage, accounts: number) =>
    due.push({ recipient, message, accounts });
  const stage = stageAt(dueAt, now);
  const waitingFor = new Map<string, number>();
  let waiting = 0;
  for (const { reviewer, total, decided } of reviewers) {
    const open = total - decided;
    waiting += open;
    if (reviewer === null && open > 0) {
      waitingFor.set(owner, (waitingFor.get(owner) ?? 0) + open);
    }
    if (reviewer !== null && open > 0) {
      if (!wasTold(reviewer, COURSE.slice(stage))) {
        tell(reviewer, COURSE[stage], open);
      }
      const manager = managerOf(reviewer);
      for (const superior of new Set([owner, manager ?? owner])) {
        waitingFor.set(superior, (waitingFor.get(superior) ?? 0) + open);
      }
    }
  }
  if (COURSE[stage] === 'overdue') {
    for (const [superior, open] of waitingFor) {
      if (!wasTold(superior, ['escalated'])) {
        tell(superior, 'escalated', open);
      }
    }
  }
  if (waiting === 0 && !wasTold(owner, ['ready'])) {
    const total = reviewers.reduce((sum, of) => sum + of.total, 0);
    tell(owner, 'ready', total);
  }
  return due;
}

/**
 * What was told and is not so any more, to be told again when it is so again:
 * that accounts wait, of whoever has judged all of theirs, and that all is
 * judged, while something waits again.
 */
export function outdatedMessages(
  reviewers: readonly Pick<
    ReviewerProgress,
    'reviewer' | 'total' | 'decided'
  >[],
  sent: readonly SentMessage[],
): SentMessage[] {
  const waitingFor = new Set(
    reviewers
      .filter(({ total, decided }) => decided < total)
      .map(({ reviewer }) => reviewer),
  );
  return sent.filter(({ recipient, message }) =>
    message === 'ready'
      ? waitingFor.size > 0
      : COURSE.includes(message) && !waitingFor.has(recipient),
  );
}

/** How far in {@link COURSE} it is. */
function stageAt(dueAt: string, now: string): number {
  const daysLeft = (Date.parse(dueAt) - Date.parse(now)) / DAY_MILLISECONDS;
  if (daysLeft < 0) return 3;
  if (daysLeft <= 1) return 2;
  return daysLeft <= 7 ? 1 : 0;
}
