import { SystemFacts } from '../checks/SystemFacts';
import { Stores } from '../database';
import { knownAccounts } from './accountsToReview';
import { currentStaff } from './assignReviewer';
import { enterReview } from './enterReview';
import { followAccounts } from './followAccounts';
import { StoredReview } from './review';

/**
 * Has the reviews of a system follow what became of its accounts. To be
 * called in the transaction that judged the system, after its verdicts were
 * written.
 */
export async function followReviews(
  stores: Stores,
  entityRef: string,
  facts: SystemFacts,
): Promise<void> {
  const open = await stores.reviews.findOpen(entityRef);
  const toFollowUp = await stores.reviews.listToFollowUp(entityRef);
  const reviews = [
    ...(open ? [open] : []),
    ...toFollowUp.filter(({ id }) => id !== open?.id),
  ];
  if (reviews.length === 0) {
    return;
  }
  const accounts = knownAccounts(facts, await stores.verdicts.list(entityRef));
  const staff = {
    current: currentStaff(facts.staff),
    members: new Map(facts.staff.map(member => [member.entityRef, member])),
  };
  for (const review of reviews) {
    await follow(review);
  }

  async function follow(review: StoredReview): Promise<void> {
    const { now } = facts;
    const { added, followedUp, refreshed } = followAccounts(
      review,
      await stores.reviewItems.list(review.id),
      accounts,
      staff,
      now,
    );
    const changed = [...added, ...followedUp, ...refreshed];
    await stores.reviewItems.put(review.id, changed);
    for (const [event, items] of [
      ['added', added],
      ['followed-up', followedUp],
    ] as const) {
      if (items.length > 0) {
        await enterReview(stores, now, { event, by: null }, review, items);
      }
    }
  }
}

/** Repeats in the ledger where the open review stands, beside everything else that is so at the beginning of a month. */
export async function repeatOpenReview(
  stores: Stores,
  entityRef: string,
  at: string,
): Promise<void> {
  const open = await stores.reviews.findOpen(entityRef);
  if (open) {
    const items = await stores.reviewItems.list(open.id);
    await enterReview(stores, at, { event: 'snapshot', by: null }, open, items);
  }
}
