import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  GORGIAS_VERDICT_TOPIC,
  GorgiasVerdictEvent,
} from 'backstage-plugin-gorgias-common';

/**
 * Tells other plugins which verdicts have another status, in the order in
 * which that was committed. Nothing waits for them, and one that fails stops
 * nothing.
 */
export class VerdictEvents {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  #published: Promise<void> = Promise.resolve();

  constructor(options: { events: EventsService; logger: LoggerService }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  /** Never throws. Call it when the verdicts are committed. */
  changed(verdicts: readonly GorgiasVerdictEvent[]): Promise<void> {
    this.#published = this.#published.then(() => this.#publish(verdicts));
    return this.#published;
  }

  async #publish(verdicts: readonly GorgiasVerdictEvent[]): Promise<void> {
    const failures: unknown[] = [];
    for (const eventPayload of verdicts) {
      try {
        await this.#events.publish({
          topic: GORGIAS_VERDICT_TOPIC,
          eventPayload,
        });
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      // One line however many, since they mostly fail for the same reason.
      this.#logger.warn(
        `Could not tell other plugins of ${failures.length} of ${
          verdicts.length
        } changes of verdicts: ${stringifyError(failures[0])}`,
      );
    }
  }
}
