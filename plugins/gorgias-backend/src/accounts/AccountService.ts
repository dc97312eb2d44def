import { NotFoundError } from '@backstage/errors';
import {
  AccountDetails,
  AccountFilter,
  AccountOrder,
  AccountRow,
  GorgiasAction,
  Page,
} from 'backstage-plugin-gorgias-common';
import { GorgiasDatabase, Stores } from '../database';
import { suggest } from '../identities/suggestions';
import { jsonArray } from '../jsonBytes';
import { decodePlace, encodePlace } from '../pagination';
import { SharedReads } from '../SharedReads';
import { SyncLimits } from '../sync/syncState';
import { loadStanding, Standing } from '../systems/standing';
import { loadAccountRows } from './accountRows';
import { AccountSelection, identityOf, knownCount } from './accountSelection';

/** How many accounts an export has in memory at a time. */
const EXPORT_BATCH = 500;

/** Whom no account belongs to. */
const NOBODY = '';

/** Who looks at a system, and what they may do with it. */
export interface Viewer {
  /** Not there for another plugin, which nothing belongs to. */
  userEntityRef?: string;
  actions: GorgiasAction[];
}

/** Which accounts are asked for, and in which order. */
export interface AccountList {
  filter: AccountFilter;
  order: AccountOrder;
}

/** Tells what is known of accounts: everything here only reads. */
export class AccountService {
  readonly #database: GorgiasDatabase;
  readonly #limits: () => SyncLimits;
  readonly #pages = new SharedReads<Buffer>();

  constructor(options: {
    database: GorgiasDatabase;
    limits: () => SyncLimits;
  }) {
    this.#database = options.database;
    this.#limits = options.limits;
  }

  /**
   * A page of the accounts that a filter lets through and the viewer may
   * see, each with its verdicts.
   *
   * @throws InputError when the cursor is not one of this list
   */
  async list(
    entityRef: string,
    list: AccountList,
    viewer: Viewer,
    page: { cursor?: string; limit: number },
  ): Promise<Page<AccountRow>> {
    return this.#listOf(entityRef, list, ownerRefOf(viewer), page);
  }

  /**
   * The same as JSON, read and written once for all who may see the same and
   * ask for it at the same time: a page can be of some 200 kB.
   *
   * @throws InputError when the cursor is not one of this list
   */
  async listAsJson(
    entityRef: string,
    list: AccountList,
    viewer: Viewer,
    page: { cursor?: string; limit: number },
  ): Promise<Buffer> {
    const ownerRef = ownerRefOf(viewer);
    return this.#pages.read(
      JSON.stringify([entityRef, list, ownerRef ?? null, page]),
      async () =>
        pageAsJson(await this.#listOf(entityRef, list, ownerRef, page)),
    );
  }

  async #listOf(
    entityRef: string,
    list: AccountList,
    ownerRef: string | undefined,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<Page<AccountRow>> {
    return this.#read(entityRef, async (stores, standing) => {
      const selection: AccountSelection = {
        ...selectionOf(standing, list),
        ...(ownerRef !== undefined && { ownerRef }),
      };
      const listKey = identityOf(selection);
      const found = standing.judged
        ? await stores.judgedAccounts.list(selection, {
            ...(cursor !== undefined && {
              after: decodePlace(listKey, cursor),
            }),
            // One more tells whether there is a next page.
            limit: limit + 1,
          })
        : [];
      const shown = found.slice(0, limit);
      return {
        items: await loadAccountRows(stores, standing, idsOf(shown)),
        totalItems: standing.judged
          ? knownCount(selection, standing.counts.accounts) ??
            (await stores.judgedAccounts.count(selection))
          : 0,
        ...(found.length > limit && {
          nextCursor: encodePlace(listKey, shown[limit - 1].place),
        }),
      };
    });
  }

  /**
   * Everything about one account.
   *
   * @throws NotFoundError when there is none, or the viewer may not see it
   */
  async get(
    entityRef: string,
    accountId: string,
    viewer: Viewer,
  ): Promise<AccountDetails> {
    return this.#read(entityRef, async (stores, standing) => {
      const [row] = await loadAccountRows(
        stores,
        standing,
        // Databases don't take just any text for a key.
        /^\d+$/.test(accountId) ? [accountId] : [],
      );
      if (!row || !(mayReadAll(viewer) || isOwn(row, viewer))) {
        throw new NotFoundError(`${entityRef} has no account ${accountId}`);
      }
      return {
        ...row,
        suggestions:
          row.identity.type === 'unidentified' && mayReadAll(viewer)
            ? suggest(row, await stores.staff.list())
            : [],
      };
    });
  }

  /**
   * All accounts that a filter lets through, a few at a time. Which these
   * are, and their order, is settled at the beginning, so that a sync
   * meanwhile makes none of them come twice or not at all.
   */
  async export(
    entityRef: string,
    list: AccountList,
  ): Promise<{ total: number; rows: AsyncIterable<AccountRow> }> {
    const ids = await this.#read(entityRef, async (stores, standing) =>
      standing.judged
        ? idsOf(await stores.judgedAccounts.list(selectionOf(standing, list)))
        : [],
    );
    return { total: ids.length, rows: this.#readAll(entityRef, ids) };
  }

  async *#readAll(
    entityRef: string,
    ids: string[],
  ): AsyncGenerator<AccountRow> {
    for (let start = 0; start < ids.length; start += EXPORT_BATCH) {
      const wanted = ids.slice(start, start + EXPORT_BATCH);
      const rows = await this.#read(entityRef, (stores, standing) =>
        loadAccountRows(stores, standing, wanted),
      );
      if (rows.length < wanted.length) {
        throw new Error(
          `The accounts of ${entityRef} are others than when the export began`,
        );
      }
      yield* rows;
    }
  }

  #read<T>(
    entityRef: string,
    work: (stores: Stores, standing: Standing) => Promise<T>,
  ): Promise<T> {
    return this.#database.read(async stores =>
      work(stores, await loadStanding(stores, entityRef, this.#limits())),
    );
  }
}

function pageAsJson({ items, ...more }: Page<AccountRow>): Buffer {
  return jsonArray(
    items.map(item => JSON.stringify(item)),
    { before: '{"items":', after: `,${JSON.stringify(more).slice(1)}` },
  );
}

function selectionOf(
  { entityRef, freshness }: Standing,
  list: AccountList,
): AccountSelection {
  return { ...list, entityRef, stale: freshness.stale };
}

function idsOf(accounts: ReadonlyArray<{ id: string }>): string[] {
  return accounts.map(({ id }) => id);
}

function mayReadAll({ actions }: Viewer): boolean {
  return actions.includes('read-accounts');
}

/** Whose accounts alone somebody may see; `undefined` for who may see all. */
function ownerRefOf(viewer: Viewer): string | undefined {
  return mayReadAll(viewer) ? undefined : viewer.userEntityRef ?? NOBODY;
}

function isOwn({ identity }: AccountRow, { userEntityRef }: Viewer): boolean {
  return (
    identity.type === 'staff-member' && identity.staffRef === userEntityRef
  );
}
