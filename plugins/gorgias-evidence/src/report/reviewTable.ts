import { ReplayedReview } from '../ReviewReplay';
import { ReviewItemRecord } from '../reviews';
import { Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { table } from './table';
import { joined, time } from './words';

/** Access reviews, how far they came and who signed them off. */
export function reviewSection({ reviews }: ReportData): Markup {
  return markup`<h2>Access reviews</h2>
<p>What was decided about each account is in <code>reviews.csv</code>.</p>
${table(
  'Access reviews that were open or ended in the period',
  [
    'Review',
    'Owner',
    'Started',
    'Due',
    'Decided',
    'Decisions',
    'Seen done',
    'Ended',
  ],
  reviews.map(review => [
    review.title,
    review.owner,
    time(review.startedAt),
    time(review.dueAt),
    ...progress(review),
    ending(review),
  ]),
)}`;
}

/** Who lost access before anybody judged it is not to be judged any more. */
function progress({ items }: ReplayedReview): string[] {
  const number = (is: (item: ReviewItemRecord) => boolean) =>
    items.filter(is).length;
  const decided = (decision: string) =>
    number(item => item.decision?.decision === decision);
  const judged = number(({ decision }) => decision !== null);
  const waiting = number(
    ({ decision, state }) => decision === null && state === 'active',
  );
  const followUps = number(({ followUp }) => followUp !== null);
  const done = number(({ followUp }) => followUp?.status === 'done');
  return [
    `${judged} of ${judged + waiting}`,
    `${decided('keep')} to keep, ${decided('revoke')} to revoke, ${decided(
      'change-role',
    )} to get another role`,
    followUps > 0 ? `${done} of ${followUps}` : 'nothing was to be done',
  ];
}

function ending({ signOff, cancellation }: ReplayedReview): string {
  if (signOff) {
    return joined(
      `Signed off by ${signOff.by}`,
      time(signOff.at),
      signOff.comment,
    );
  }
  return cancellation
    ? joined(
        `Cancelled by ${cancellation.by}`,
        time(cancellation.at),
        cancellation.reason,
      )
    : 'Open';
}
