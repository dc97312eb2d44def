import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { systemPath } from '../systems/systemPath';
import { DueMessage } from './reminders';
import { StoredReview } from './review';

/** A message as a notification of Backstage, which one of the same scope replaces. */
export function toNotification(
  review: StoredReview,
  systemTitle: string,
  { recipient, message, accounts }: DueMessage,
): NotificationSendOptions {
  const { title, severity } = wordsOf(systemTitle, message, accounts);
  return {
    recipients: { type: 'entity', entityRef: recipient },
    payload: {
      title,
      description: `${review.title}, due on ${review.dueAt.slice(0, 10)}`,
      link: `${systemPath(review.entityRef)}/reviews/${review.id}`,
      severity,
      topic: 'gorgias-access-review',
      scope: `${review.id}:${message === 'ready' ? 'ready' : 'waiting'}`,
    },
  };
}

function wordsOf(
  system: string,
  message: DueMessage['message'],
  accounts: number,
): { title: string; severity: 'normal' | 'high' } {
  const some = accounts === 1 ? '1 account' : `${accounts} accounts`;
  const wait = accounts === 1 ? 'waits' : 'wait';
  switch (message) {
    case 'overdue':
      return {
        title: `${some} of ${system} should have been reviewed by you`,
        severity: 'high',
      };
    case 'escalated':
      return {
        title: `The access review of ${system} is overdue: ${some} ${wait} to be judged`,
        severity: 'high',
      };
    case 'ready':
      return {
        title: `The access review of ${system} can be signed off`,
        severity: 'normal',
      };
    default:
      return {
        title: `${some} of ${system} ${wait} for your review`,
        severity: 'normal',
      };
  }
}
