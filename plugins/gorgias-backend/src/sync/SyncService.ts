import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { StaffReading, StaffSource } from 'backstage-plugin-gorgias-node';
import { AccountFacts, SignInSettings } from '../accounts/account';
import { evaluateSystem } from '../checks/evaluate';
import { AccessTokens } from '../connections/AccessTokens';
import { Connection } from '../connections/ConnectionStore';
import { GorgiasDatabase, Stores } from '../database';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasClient } from '../gorgias/GorgiasClient';
import { newLinks, StaffDirectory } from '../identities/identity';
import { updateStaff } from '../staff/staffMember';
import { readAccounts } from './readAccounts';
import { StoredSyncRun } from './SyncRunStore';

/** A reading of everything, not written yet. */
interface Reading {
  /** When it began: nothing in it is older. */
  readAt: string;
  accounts: AccountFacts[];
  signInSettings: SignInSettings;
  staff: StaffReading;
}

interface SyncServiceOptions {
  database: GorgiasDatabase;
  accessTokens: AccessTokens;
  staffSource: StaffSource;
  baseUrl: string;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Reads Gorgias and the catalog and judges what it read, all or nothing.
 *
 * Only one backend at a time may run it; the scheduler sees to that.
 */
export class SyncService {
  readonly #options: SyncServiceOptions;

  constructor(options: SyncServiceOptions) {
    this.#options = options;
  }

  /** Asks for a run of every connection; what is asked for is done by {@link runRequested}. */
  async requestAll(): Promise<void> {
    const { database, now } = this.#options;
    for (const connection of await database.stores.connections.listConnected()) {
      await database.stores.syncRuns.request(
        connection.id,
        'schedule',
        now().toISOString(),
      );
    }
  }

  /** Does the runs that were asked for, one after the other, until none is left. */
  async runRequested(signal: AbortSignal): Promise<void> {
    await this.#endInterrupted();
    for (;;) {
      signal.throwIfAborted();
      const run = await this.#options.database.stores.syncRuns.startNext(
        this.#now(),
      );
      if (!run) {
        return;
      }
      await this.#run(run, signal);
    }
  }

  /** A run that a backend left behind has changed nothing; it is asked for anew. */
  async #endInterrupted(): Promise<void> {
    const { stores } = this.#options.database;
    for (const run of await stores.syncRuns.listStarted()) {
      await stores.syncRuns.fail(
        run.id,
        this.#now(),
        'The backend stopped during the run. Nothing was changed, and a new run was started.',
      );
      await stores.syncRuns.request(run.connectionId, run.trigger, this.#now());
    }
  }

  async #run(run: StoredSyncRun, signal: AbortSignal): Promise<void> {
    const { database, logger } = this.#options;
    const log = logger.child({
      connectionId: run.connectionId,
      syncRunId: run.id,
    });
    try {
      const connection = await database.stores.connections.get(
        run.connectionId,
      );
      if (connection?.state !== 'connected') {
        throw new Error('Gorgias is not connected any more');
      }
      const reading = await this.#read(connection, run, signal);
      await database.transaction(stores =>
        this.#write(stores, connection, run, reading),
      );
      log.info(`Read ${reading.accounts.length} Gorgias accounts`);
    } catch (error) {
      const message = isGorgiasError(error)
        ? error.message
        : `Backstage could not finish the run: ${stringifyError(error)}`;
      log.warn(`Sync run failed, the last snapshot stays in force. ${message}`);
      await database.stores.syncRuns.fail(run.id, this.#now(), message);
    }
  }

  async #read(
    connection: Connection,
    run: StoredSyncRun,
    signal: AbortSignal,
  ): Promise<Reading> {
    const { database, accessTokens, staffSource, baseUrl } = this.#options;
    const client = new GorgiasClient({
      baseUrl,
      subdomain: connection.subdomain,
      accessToken: accessTokens.of(connection.id),
      signal,
    });
    const readAt = this.#now();
    const settings = await client.readSignInSettings();
    const accounts = await readAccounts(client, (pages, count) =>
      database.stores.syncRuns.progress(run.id, pages, count),
    );
    const staff = await staffSource.read();
    if (staff.staff.length === 0) {
      throw new Error(
        'The catalog has no staff members. That would offboard everybody, so it is not believed; check gorgias.staff.filter and the catalog',
      );
    }
    return {
      readAt,
      accounts,
      signInSettings: {
        ssoEnforced: isInForce(settings.ssoEnforcedSince, readAt),
        twoFactorEnforced: isInForce(settings.twoFactorEnforcedSince, readAt),
      },
      staff,
    };
  }

  async #write(
    stores: Stores,
    connection: Connection,
    run: StoredSyncRun,
    reading: Reading,
  ): Promise<void> {
    // A run that took too long was given up and may have been done again since.
    if (!(await stores.syncRuns.isUnderWay(run.id))) {
      throw new Error('The run was given up, since it took too long');
    }
    const { readAt } = reading;
    const changes = await stores.accounts.replaceSnapshot(
      connection.id,
      reading.accounts,
      readAt,
    );
    await stores.signInSettings.put(
      connection.id,
      reading.signInSettings,
      readAt,
    );
    const staff = updateStaff(await stores.staff.list(), reading.staff, readAt);
    await stores.staff.put(staff, reading.staff.orgRoles);

    const links = await stores.identityLinks.list(connection.id);
    await stores.identityLinks.add(
      connection.id,
      newLinks(
        await stores.accounts.list(connection.id),
        new Map(links.map(link => [link.accountId, link])),
        new StaffDirectory(staff),
        readAt,
      ),
    );
    await evaluateSystem(stores, connection.entityRef, this.#now());
    await stores.syncRuns.complete(run.id, this.#now(), changes);
  }

  #now(): string {
    return this.#options.now().toISOString();
  }
}

/** Gorgias sets a date from which something is enforced, and that may lie ahead. Without an offset it is UTC. */
function isInForce(
  since: string | null | undefined,
  now: string,
): boolean | null {
  if (since === undefined) {
    return null;
  }
  if (since === null) {
    return false;
  }
  const time = Date.parse(
    /(?:z|[+-]\d\d:?\d\d)$/i.test(since) ? since : `${since}Z`,
  );
  return Number.isNaN(time) ? null : time <= Date.parse(now);
}
