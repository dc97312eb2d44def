import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase, Stores } from '../database';
import { Messenger } from '../notifications/Messenger';
import { currentStaff } from './assignReviewer';
import { toNotification } from './notifications';
import { nextTitle } from './recurrence';
import { dueMessages, outdatedMessages } from './reminders';
import { StoredReview } from './review';
import { repeatReview } from './startReview';

/** Does what reviews need by themselves as time goes by: begins the next of a row, and reminds people. */
export class ReviewTask {
  readonly #options: {
    database: GorgiasDatabase;
    evaluator: Evaluator;
    messenger: Messenger;
    logger: LoggerService;
    clock: Clock;
  };

  constructor(options: {
    database: GorgiasDatabase;
    evaluator: Evaluator;
    messenger: Messenger;
    logger: LoggerService;
    clock: Clock;
  }) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { reviews } = this.#options.database.stores;
    for (const review of await reviews.listRecurring(this.#now())) {
      await this.#repeat(review);
    }
    for (const review of await reviews.listOpen()) {
      await this.#remind(review);
    }
  }

  /** Begins the next review, unless one is going on: then once that has ended. */
  async #repeat({ entityRef, id }: StoredReview): Promise<void> {
    const { database, evaluator, logger } = this.#options;
    const now = this.#now();
    try {
      await database.transaction(async stores => {
        await stores.evaluations.begin(entityRef, now);
        const before = (await stores.reviews.get(entityRef, id))!;
        if (before.nextStartAt === null || !(await isFree(stores, entityRef))) {
          return;
        }
        await stores.reviews.put({ ...before, nextStartAt: null });
        const span =
          Date.parse(before.firstDueAt) - Date.parse(before.startedAt);
        await repeatReview(
          {
            title: nextTitle(before.title, { ...before, now }),
            owner: before.owner,
            dueAt: new Date(Date.parse(now) + span).toISOString(),
            reviewers: before.reviewers,
            recurrence: before.recurrence!,
          },
          { stores, evaluator, entityRef, now },
        );
      });
    } catch (error) {
      logger.warn(
        `The next access review of ${entityRef} could not begin and will be tried again: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #remind(review: StoredReview): Promise<void> {
    const { database, messenger } = this.#options;
    const { stores } = database;
    const staff = currentStaff(await stores.staff.list());
    const reviewers = await stores.reviewItems.countByReviewer(review.id);
    const sent = await stores.reviewMessages.list(review.id);
    const outdated = outdatedMessages(reviewers, sent);
    for (const { recipient, message } of outdated) {
      await stores.reviewMessages.remove(review.id, { recipient, message });
    }
    const due = dueMessages(
      review,
      reviewers,
      // A manager who has left can't do anything about it.
      reviewer => {
        const manager = staff.get(reviewer)?.manager ?? null;
        return manager !== null && staff.has(manager) ? manager : null;
      },
      sent.filter(message => !outdated.includes(message)),
      this.#now(),
    );
    const title =
      (await stores.criticalSystems.get(review.entityRef))?.title ??
      review.entityRef;
    for (const message of due) {
      // Noted first, so that of two who run this at once only one sends it.
      const isNew = await stores.reviewMessages.add(review.id, {
        recipient: message.recipient,
        message: message.message,
        sentAt: this.#now(),
      });
      if (
        isNew &&
        !(await messenger.send(toNotification(review, title, message)))
      ) {
        await stores.reviewMessages.remove(review.id, {
          recipient: message.recipient,
          message: message.message,
        });
      }
    }
  }

  #now(): string {
    return this.#options.clock.now().toISOString();
  }
}

/** Whether a review of a system can begin now. */
async function isFree(stores: Stores, entityRef: string): Promise<boolean> {
  return (
    (await stores.criticalSystems.get(entityRef)) !== undefined &&
    (await stores.reviews.findOpen(entityRef)) === undefined
  );
}
