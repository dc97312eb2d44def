import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';

/** Sends Backstage's notifications, which need not be installed. */
export class Messenger {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  #isFailing = false;

  constructor(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  /** @returns whether it was sent; if not, it is to be tried again later */
  async send(notification: NotificationSendOptions): Promise<boolean> {
    try {
      await this.#notifications.send(notification);
      this.#isFailing = false;
      return true;
    } catch (error) {
      this.#complain(error);
      return false;
    }
  }

  /** Once, not every minute: there may be no notifications in this Backstage at all. */
  #complain(error: unknown): void {
    if (!this.#isFailing) {
      this.#logger.warn(
        `Nobody can be notified; is the notifications plugin installed? It will be tried again: ${stringifyError(
          error,
        )}`,
      );
    }
    this.#isFailing = true;
  }
}
