import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import {
  PreviewReviewRequest,
  ReviewPreview,
  StartReviewRequest,
} from 'backstage-plugin-gorgias-common';
import { knownAccounts } from './accountsToReview';
import { assignReviewer, CurrentStaff, currentStaff } from './assignReviewer';
import { ReviewContext } from './context';
import { enterReview } from './enterReview';
import { newItem } from './followAccounts';
import { nextStart } from './recurrence';
import { StoredItem, StoredReview } from './review';
import { readDue, readPerson, readTitle } from './terms';

type Asked = Omit<StartReviewRequest, 'owner'> & { owner: string };

/**
 * Begins a review of everybody who has access now.
 *
 * @throws InputError that names the field, or ConflictError when one is going on
 */
export async function startReview(
  request: StartReviewRequest,
  context: ReviewContext,
): Promise<StoredReview> {
  const { by, now } = context;
  const asked = {
    ...request,
    title: readTitle(request.title),
    dueAt: readDue(request.dueAt, now),
    owner: request.owner ?? by,
  };
  return begin(asked, { createdBy: by }, context);
}

/** Begins the next of a row of reviews by itself. @throws ConflictError when one is going on */
export async function repeatReview(
  asked: Asked,
  context: Omit<ReviewContext, 'by'>,
): Promise<StoredReview> {
  return begin(asked, { createdBy: null }, context);
}

/** Who would review how many, most first. @throws InputError that names the field */
export async function previewReview(
  request: PreviewReviewRequest,
  context: ReviewContext,
): Promise<ReviewPreview> {
  const { items } = await collect(
    { ...request, owner: request.owner ?? context.by },
    context,
  );
  const totals = new Map<string | null, number>();
  for (const { reviewer } of items) {
    totals.set(reviewer, (totals.get(reviewer) ?? 0) + 1);
  }
  return {
    total: items.length,
    byReviewer: [...totals]
      .map(([reviewer, total]) => ({ reviewer, total }))
      .sort((a, b) => b.total - a.total),
  };
}

async function begin(
  asked: Asked,
  { createdBy }: Pick<StoredReview, 'createdBy'>,
  context: Omit<ReviewContext, 'by'>,
): Promise<StoredReview> {
  const { stores, entityRef, evaluator, now } = context;
  await stores.evaluations.begin(entityRef, now);
  if (await stores.reviews.findOpen(entityRef)) {
    throw new ConflictError(
      `An access review of ${entityRef} is going on; sign it off or cancel it first`,
    );
  }
  await evaluator.evaluate(stores, entityRef, now);
  const { owner, reviewers, items } = await collect(asked, context, {
    // Nobody is there to mend what a row of reviews asks for.
    strict: createdBy !== null,
  });
  if (items.length === 0) {
    throw new ConflictError(
      `${entityRef} has no active account to review; connect it and wait for the first sync`,
    );
  }
  const recurrence = asked.recurrence ?? null;
  const review: StoredReview = {
    id: randomUUID(),
    entityRef,
    title: asked.title,
    status: 'open',
    owner,
    createdBy,
    startedAt: now,
    dueAt: asked.dueAt,
    firstDueAt: asked.dueAt,
    reviewers,
    recurrence,
    nextStartAt: recurrence && nextStart(now, recurrence),
    signOff: null,
    cancellation: null,
  };
  if (recurrence) {
    // Or there would be two rows of reviews.
    await stores.reviews.endRecurrences(entityRef);
  }
  await stores.reviews.put(review);
  await stores.reviewItems.put(review.id, items);
  await enterReview(
    stores,
    now,
    { event: 'started', by: createdBy },
    review,
    items,
  );
  return review;
}

async function collect(
  asked: PreviewReviewRequest & { owner: string },
  { stores, evaluator, entityRef, now }: Omit<ReviewContext, 'by'>,
  { strict } = { strict: true },
): Promise<
  Pick<StoredReview, 'owner' | 'reviewers'> & { items: StoredItem[] }
> {
  const facts = await evaluator.load(stores, entityRef, now);
  if (!facts.isCritical) {
    throw new ConflictError(
      `${entityRef} is not a critical system; add it first`,
    );
  }
  const current = currentStaff(facts.staff);
  const { owner, reviewers } = strict ? readPeople(asked, current) : asked;
  const members = new Map(
    facts.staff.map(member => [member.entityRef, member]),
  );
  const items = knownAccounts(facts, await stores.verdicts.list(entityRef))
    .filter(({ state }) => state === 'active')
    .map(account => ({
      ...newItem(account, 'start', now),
      reviewer: assignReviewer(account, { owner, reviewers }, current, members),
    }));
  return { owner, reviewers, items };
}

function readPeople(
  { owner, reviewers }: PreviewReviewRequest & { owner: string },
  staff: CurrentStaff,
): Pick<StoredReview, 'owner' | 'reviewers'> {
  return {
    owner: readPerson('owner', owner, staff),
    reviewers:
      reviewers.by === 'manager'
        ? reviewers
        : {
            by: reviewers.by,
            orgRoles: reviewers.orgRoles.map(
              ({ orgRole, reviewer }, index) => ({
                orgRole,
                reviewer: readPerson(
                  `reviewers.orgRoles[${index}].reviewer`,
                  reviewer,
                  staff,
                ),
              }),
            ),
          },
  };
}
