import { MyReview } from 'backstage-plugin-gorgias-common';
import { Stores } from '../database';
import { isOverdue } from './review';

/**
 * The open reviews in which somebody has not judged all they are asked about.
 *
 * @param readable - entity refs of the systems that they may see
 */
export async function myReviews(
  { reviews, reviewItems, criticalSystems }: Stores,
  userEntityRef: string,
  readable: ReadonlySet<string>,
  now: string,
): Promise<MyReview[]> {
  const mine = await reviewItems.countFor(userEntityRef);
  const titles = new Map(
    (await criticalSystems.list()).map(({ entityRef, title }) => [
      entityRef,
      title,
    ]),
  );
  return (await reviews.listOpen()).flatMap((review): MyReview[] => {
    const { id, entityRef, title, owner, dueAt } = review;
    const count = mine.get(id);
    return readable.has(entityRef) && count && count.decided < count.total
      ? [
          {
            id,
            entityRef,
            systemTitle: titles.get(entityRef) ?? entityRef,
            title,
            owner,
            dueAt,
            overdue: isOverdue(review, now),
            ...count,
          },
        ]
      : [];
  });
}
