import { LoggerService } from '@backstage/backend-plugin-api';
import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { stringifyError } from '@backstage/errors';
import { Clock } from '../clock';
import { Connection } from '../connections/ConnectionStore';
import { GorgiasDatabase, Stores } from '../database';
import { syncRunEvent } from '../evidence/ledgerEvents';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasClient } from '../gorgias/GorgiasClient';
import { GorgiasMetrics } from '../metrics';
import { reasonOfRefusal } from './connectedUser';
import { Reader } from './Reader';
import { StoredSyncRun } from './SyncRunStore';
import { writeReading, WriteOptions } from './writeReading';

/** How long somebody is waited for who is being connected, and how often it is looked whether they are. */
const LONGEST_WAIT_MILLISECONDS = 5_000;
const LOOK_MILLISECONDS = 50;

interface SyncServiceOptions {
  database: GorgiasDatabase;
  reader: Reader;
  massChange: WriteOptions['massChange'];
  evaluator: WriteOptions['evaluator'];
  /** How long the scheduler lets a task run. */
  timeoutSeconds: number;
  logger: LoggerService;
  metrics: GorgiasMetrics;
  tracing: TracingService;
  clock: Clock;
}

/**
 * Reads Gorgias and the catalog and judges what it read, all or nothing.
 *
 * Only one replica at a time may run it; the scheduler sees to that.
 */
export class SyncService {
  readonly #options: SyncServiceOptions;

  constructor(options: SyncServiceOptions) {
    this.#options = options;
  }

  /** Asks for a run of every connection; what is asked for is done by {@link runRequested}. */
  async requestAll(): Promise<void> {
    const { stores } = this.#options.database;
    for (const connection of await stores.connections.listConnected()) {
      await stores.syncRuns.request(connection.id, 'schedule', this.#now());
    }
  }

  /**
   * Does the runs that were asked for, one after the other. What is not begun
   * in half of the time is left to the next turn, so that a run always has
   * the other half.
   */
  async runRequested(signal: AbortSignal): Promise<void> {
    const { database, clock, timeoutSeconds } = this.#options;
    const begun = clock.now().getTime();
    const half = (timeoutSeconds * 1000) / 2;
    if (!(await this.#isAnyWanted(signal))) {
      return;
    }
    await this.#endInterrupted();
    while (clock.now().getTime() <= begun + half) {
      signal.throwIfAborted();
      const run = await database.stores.syncRuns.startNext(this.#now());
      if (!run) {
        return;
      }
      await this.#run(run, signal);
    }
  }

  /**
   * Whether there is a run to do. While somebody is being connected there will
   * be in a moment, which is waited for: that is sooner than the next look.
   */
  async #isAnyWanted(signal: AbortSignal): Promise<boolean> {
    const { database, clock } = this.#options;
    const { syncRuns, connectSessions } = database.stores;
    const giveUpAt = clock.now().getTime() + LONGEST_WAIT_MILLISECONDS;
    while (!(await syncRuns.isAnyUnderWay())) {
      const now = clock.now().getTime();
      const since = new Date(now - LONGEST_WAIT_MILLISECONDS).toISOString();
      if (now > giveUpAt || !(await connectSessions.isAnyBack(since))) {
        return false;
      }
      await clock.sleep(LOOK_MILLISECONDS, signal);
    }
    return true;
  }

  /** A run that a backend left behind has changed nothing; it is asked for anew. */
  async #endInterrupted(): Promise<void> {
    const { database } = this.#options;
    for (const run of await database.stores.syncRuns.listStarted()) {
      // Both or neither, as this backend may stop in the middle too.
      await database.transaction(async stores => {
        const failed = await this.#fail(
          stores,
          run,
          'The backend stopped during the run, or it took too long. Nothing was changed, and a new run was started.',
        );
        if (failed) {
          await stores.syncRuns.request(
            run.connectionId,
            run.trigger,
            this.#now(),
          );
        }
      });
    }
  }

  async #run(run: StoredSyncRun, signal: AbortSignal): Promise<void> {
    const { database, tracing, metrics, logger, clock } = this.#options;
    const ids = { connectionId: run.connectionId, syncRunId: run.id };
    const begun = clock.now().getTime();
    await tracing.startActiveSpan(
      'gorgias sync run',
      { attributes: ids },
      async span => {
        await this.#attempt(run, signal, logger.child(ids));
        const ended = await database.stores.syncRuns.get(run.id);
        if (ended) {
          span.setAttribute('outcome', ended.outcome);
          if (ended.outcome === 'failed') {
            span.setStatus({ code: 'error', message: ended.error });
          }
          metrics.recordRun(ended, (clock.now().getTime() - begun) / 1000);
        }
      },
    );
  }

  async #attempt(
    run: StoredSyncRun,
    signal: AbortSignal,
    log: LoggerService,
  ): Promise<void> {
    const { database, reader, massChange, evaluator, timeoutSeconds, tracing } =
      this.#options;
    const { stores } = database;
    const connection = await stores.connections.get(run.connectionId);
    let client: GorgiasClient | undefined;
    try {
      if (connection?.state !== 'connected') {
        throw new Error('Gorgias is not connected any more');
      }
      const attempt = reader.begin(connection, run, {
        // Some time is left to write what was read.
        giveUpAfterSeconds: timeoutSeconds * 0.45,
        signal,
      });
      client = attempt.client;
      const reading = await attempt.read();
      const outcome = await tracing.startActiveSpan('gorgias write', () =>
        database.transaction(transaction =>
          writeReading(transaction, connection, run, reading, {
            massChange,
            evaluator,
            now: () => this.#now(),
          }),
        ),
      );
      log.info(
        outcome === 'complete'
          ? `Read ${reading.accounts.length} Gorgias accounts`
          : 'Sync run held: it would mark more gone than can be believed. An admin has to accept or discard it; the last snapshot stays in force.',
      );
    } catch (error) {
      const message = isGorgiasError(error)
        ? error.message
        : `Backstage could not finish the run: ${stringifyError(error)}`;
      log.warn(`Sync run failed, the last snapshot stays in force. ${message}`);
      await database.transaction(transaction =>
        this.#fail(transaction, run, message),
      );
      if (connection && client) {
        await this.#requireReconnectIfRefused(connection, client, error);
      }
    }
  }

  /**
   * Gorgias refuses what it allowed before. A proxy may have done so once, so
   * the connected user is asked for: only when that is refused too, somebody
   * has to reconnect.
   */
  async #requireReconnectIfRefused(
    connection: Connection,
    client: GorgiasClient,
    error: unknown,
  ): Promise<void> {
    if (!isGorgiasError(error, 'unauthorized', 'forbidden')) {
      return;
    }
    try {
      await client.readUser(connection.gorgiasUser.id);
    } catch (again) {
      if (isGorgiasError(again, 'unauthorized', 'forbidden')) {
        const { connections } = this.#options.database.stores;
        const latest = await connections.get(connection.id);
        if (latest) {
          await connections.requireReconnect(
            latest,
            reasonOfRefusal(latest),
            this.#now(),
          );
        }
      }
    }
  }

  /** Ends a run that did not come to its end. To be called in a transaction. @returns whether it was still under way */
  async #fail(
    stores: Stores,
    run: StoredSyncRun,
    error: string,
  ): Promise<boolean> {
    const now = this.#now();
    const failed = await stores.syncRuns.fail(run.id, now, error);
    const connection = await stores.connections.get(run.connectionId);
    if (failed && connection) {
      await stores.ledger.enter([
        syncRunEvent(connection, run, now, { outcome: 'failed', error }),
      ]);
    }
    return failed;
  }

  #now(): string {
    return this.#options.clock.now().toISOString();
  }
}
