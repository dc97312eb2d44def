import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Clock } from '../clock';
import { Connection } from '../connections/ConnectionStore';
import { Credentials } from '../connections/Credentials';
import { Stores } from '../database';
import { GorgiasClients } from '../gorgias/GorgiasClients';
import { pollEvents } from './pollEvents';

/** The next look comes soon enough, so this one does not try for long. */
const GIVE_UP_AFTER_SECONDS = 15;

interface NewsServiceOptions {
  stores: Stores;
  clients: GorgiasClients;
  credentials: Credentials;
  logger: LoggerService;
  clock: Clock;
}

/** Brings a sync forward when Gorgias' event log tells of a change. */
export class NewsService {
  readonly #options: NewsServiceOptions;

  constructor(options: NewsServiceOptions) {
    this.#options = options;
  }

  /** Looks at the event log of every connected account. */
  async poll(signal: AbortSignal): Promise<void> {
    const { stores, logger } = this.#options;
    for (const connection of await stores.connections.listConnected()) {
      signal.throwIfAborted();
      try {
        await this.#pollOne(connection, signal);
      } catch (error) {
        signal.throwIfAborted();
        // Nothing is lost: the schedule reads everything anyway, and says
        // what is wrong if it can't.
        logger
          .child({ connectionId: connection.id })
          .debug(
            `Gorgias' event log could not be read. ${stringifyError(error)}`,
          );
      }
    }
  }

  async #pollOne(connection: Connection, signal: AbortSignal): Promise<void> {
    const { stores, clients, credentials, clock } = this.#options;
    const client = clients.open(connection, credentials.of(connection.id), {
      giveUpAfterSeconds: GIVE_UP_AFTER_SECONDS,
      signal,
    });
    const { changed } = await pollEvents(
      connection,
      client,
      stores.events,
      clock.now().toISOString(),
    );
    if (changed) {
      await stores.syncRuns.request(
        connection.id,
        'event',
        clock.now().toISOString(),
      );
    }
  }
}
