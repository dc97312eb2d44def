import { TracingService } from '@backstage/backend-plugin-api/alpha';
import {
  GorgiasIdentityMatcher,
  StaffReading,
  StaffSource,
} from 'backstage-plugin-gorgias-node';
import { AccountFacts } from '../accounts/account';
import { begun } from '../begun';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { Connection } from '../connections/ConnectionStore';
import { Credentials } from '../connections/Credentials';
import { Stores } from '../database';
import { isQuiet, News, pollEventsForRun } from '../events/pollEvents';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasClient } from '../gorgias/GorgiasClient';
import { GorgiasClients } from '../gorgias/GorgiasClients';
import { AccessSettingsFacts } from '../gorgias/schemas';
import { askMatchers } from '../identities/askMatchers';
import { MatcherReading } from '../identities/identityMatch';
import { readStaff } from '../staff/readStaff';
import { updateStaff } from '../staff/staffMember';
import { confirmGone } from './confirmGone';
import { changesToHold, MassChangeLimits, missingAccounts } from './massChange';
import { readAccounts, ReadingProof } from './readAccounts';
import { StoredSyncRun } from './SyncRunStore';

/** A reading of everything, not written yet. */
export interface Reading {
  /** When it began: nothing in it is older. */
  readAt: string;
  accounts: AccountFacts[];
  /** That the list of accounts was read to its end. */
  proof: ReadingProof;
  accessSettings: AccessSettingsFacts;
  staff: StaffReading;
  /** Whose accounts are that no address tells. */
  matching: MatcherReading;
  progress: { pages: number; accounts: number; retries: number };
}

interface ReaderOptions {
  stores: Stores;
  clients: GorgiasClients;
  credentials: Credentials;
  staffSource: StaffSource;
  matchers: readonly GorgiasIdentityMatcher[];
  evaluator: Evaluator;
  massChange: MassChangeLimits;
  tracing: TracingService;
  clock: Clock;
  onRetry: () => void;
}

/** Reads everything that a sync run needs, from Gorgias and from the source of staff. */
export class Reader {
  readonly #options: ReaderOptions;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Begins to read for a run. Reading throws when it can't get everything. */
  begin(
    connection: Connection,
    run: StoredSyncRun,
    limits: { giveUpAfterSeconds: number; signal: AbortSignal },
  ): { client: GorgiasClient; read(): Promise<Reading> } {
    const { clients, credentials, onRetry } = this.#options;
    const progress = { pages: 0, accounts: 0, retries: 0 };
    const client = clients.open(connection, credentials.of(connection.id), {
      ...limits,
      onRetry: () => {
        progress.retries += 1;
        onRetry();
      },
    });
    return {
      client,
      read: () => this.#read(connection, run, client, progress),
    };
  }

  async #read(
    connection: Connection,
    run: StoredSyncRun,
    client: GorgiasClient,
    progress: Reading['progress'],
  ): Promise<Reading> {
    const { stores, staffSource, tracing, clock } = this.#options;
    const { events, syncRuns } = stores;
    const now = () => clock.now().toISOString();
    // First the news: all of it is older than what is read then.
    const news = await tracing.startActiveSpan('gorgias read news', () =>
      readNews(() =>
        pollEventsForRun(connection, client, events, {
          trigger: run.trigger,
          now: now(),
        }),
      ),
    );
    const readAt = now();
    // The users take longest, page after page; the rest is read meanwhile.
    const accessSettings = begun(
      tracing.startActiveSpan('gorgias read sign-in settings', () =>
        readAccessSettings(client),
      ),
    );
    const reading = begun(
      tracing.startActiveSpan('gorgias read staff', async span => {
        const staff = await readStaff(staffSource);
        span.setAttribute('gorgias.staff', staff.staff.length);
        return staff;
      }),
    );
    const { accounts, proof } = await tracing.startActiveSpan(
      'gorgias read users',
      async span => {
        const list = await readAccounts(client, {
          onPage: async (pages, read) => {
            Object.assign(progress, { pages, accounts: read });
            span.setAttribute('gorgias.pages', pages);
            span.setAttribute('gorgias.accounts', read);
            await syncRuns.progress(run.id, progress);
          },
          isQuiet: async () =>
            news.available && isQuiet(connection.id, client, events),
        });
        return {
          ...list,
          accounts: await this.#confirm(connection, client, list.accounts),
        };
      },
    );
    const staff = await reading;
    return {
      readAt,
      accounts,
      proof,
      accessSettings: await accessSettings,
      staff,
      matching: await this.#match(connection, accounts, staff, readAt),
      progress,
    };
  }

  /** Asks the matchers about accounts that no address tells the person of, now or before. */
  async #match(
    connection: Connection,
    accounts: readonly AccountFacts[],
    reading: StaffReading,
    readAt: string,
  ): Promise<MatcherReading> {
    const { stores, matchers, evaluator, tracing } = this.#options;
    if (matchers.length === 0) {
      return { matcherIds: [], accountIds: new Set(), matches: [] };
    }
    const { staff } = updateStaff(
      await stores.staff.list(),
      reading,
      await stores.offboardings.list(),
      readAt,
    );
    const directory = evaluator.directory(staff);
    const links = await stores.identityLinks.list(connection.id);
    const linked = new Set(links.map(({ accountId }) => accountId));
    const unmatched = accounts
      .filter(
        ({ id, email }) => !linked.has(id) && !directory.findByEmail(email),
      )
      .map(({ id, name, email, kind }) => ({ id, name, email, kind }));
    return tracing.startActiveSpan('gorgias ask matchers', () =>
      askMatchers(matchers, unmatched, reading.staff),
    );
  }

  /** Asks for those who are missing, unless they are too many to be believed anyway. */
  async #confirm(
    connection: Connection,
    client: GorgiasClient,
    listed: AccountFacts[],
  ): Promise<AccountFacts[]> {
    const { stores, massChange } = this.#options;
    const known = await stores.accounts.list(connection.id);
    const held = changesToHold(
      [missingAccounts(known, listed)],
      await stores.syncRuns.listAccepted(connection.id),
      massChange,
    );
    return held.length > 0 ? listed : confirmGone(client, known, listed);
  }
}

/** The event log is a short cut, so trouble with it alone does not stop a run. */
async function readNews(poll: () => Promise<News>): Promise<News> {
  try {
    return await poll();
  } catch (error) {
    if (isGorgiasError(error, 'unreachable')) {
      return { available: false, changed: false };
    }
    throw error;
  }
}

/**
 * Only admins may read them for sure; what the connected user may not read is
 * not told. Asked twice, since a proxy may refuse once, and verdicts that
 * become unknown lose since when they hold.
 */
async function readAccessSettings(
  client: GorgiasClient,
): Promise<AccessSettingsFacts> {
  for (let time = 1; time <= 2; time += 1) {
    try {
      return (await client.readAccessSettings()) ?? {};
    } catch (error) {
      if (!isGorgiasError(error, 'forbidden')) {
        throw error;
      }
    }
  }
  return {};
}
