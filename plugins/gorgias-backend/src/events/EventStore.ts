import { Message } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { partsFromColumn, partsToColumn } from '../parts';
import { inBatches } from '../manyRows';
import { ask, Question } from '../questions';

/** Something that Gorgias' event log told of. Times are ISO 8601 in UTC. */
export interface AccountEvent {
  id: string;
  /** As Gorgias names it, such as `user-deleted`. */
  type: string;
  /** Whom it is about; `null` for the settings of the account. */
  accountId: string | null;
  /** Who did it; `null` when Gorgias does not tell. */
  actorId: string | null;
  /** By Gorgias' clock. */
  at: string;
  /** When we heard of it, by our clock. */
  seenAt: string;
}

/** How looking at the event log went the last time. */
export interface EventPoll {
  checkedAt: string;
  /** Why the log could not be read. */
  problem: string | null;
  /** The same by ids; none for what Gorgias' answers made of it. */
  problemParts?: Message[];
}

interface EventRow {
  connection_id: string;
  event_id: string;
  type: string;
  account_id: string | null;
  actor_id: string | null;
  at: string;
  seen_at: string;
}

interface EventPollRow {
  connection_id: string;
  checked_at: string;
  problem: string | null;
  problem_parts: string | null;
}

/** As many as a page of the log has; SQLite takes 500 in one statement. */
const ROWS_AT_A_TIME = 100;

/** What the event logs of connected accounts told lately. */
export class EventStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Oldest first. */
  async list(connectionId: string): Promise<AccountEvent[]> {
    const rows = await this.#events()
      .where({ connection_id: connectionId })
      .orderBy(['at', 'event_id']);
    return rows.map(fromRow);
  }

  async findNewest(connectionId: string): Promise<AccountEvent | undefined> {
    const row = await this.#events()
      .where({ connection_id: connectionId })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'event_id', order: 'desc' },
      ])
      .first();
    return row && fromRow(row);
  }

  /** When each account was last logged in to, by account id. */
  async lastLogIns(connectionId: string): Promise<Map<string, string>> {
    const rows = await this.#events()
      .where({ connection_id: connectionId, type: 'user-logged-in' })
      .whereNotNull('account_id')
      .groupBy('account_id')
      .select('account_id')
      .max({ at: 'at' });
    return new Map(rows.map(row => [String(row.account_id), String(row.at)]));
  }

  /** @returns those that were not known, also when replicas add the same at once */
  async add(
    connectionId: string,
    events: AccountEvent[],
  ): Promise<AccountEvent[]> {
    // Pages of the log may overlap.
    const each = new Map(events.map(event => [event.id, event]));
    const added: AccountEvent[] = [];
    const insert = async (some: AccountEvent[]) => {
      const rows = await this.#events()
        .insert(
          some.map(event => ({
            connection_id: connectionId,
            event_id: event.id,
            type: event.type,
            account_id: event.accountId,
            actor_id: event.actorId,
            at: event.at,
            seen_at: event.seenAt,
          })),
        )
        .onConflict(['connection_id', 'event_id'])
        .ignore()
        .returning('event_id');
      added.push(...rows.map(row => each.get(row.event_id)!));
    };
    await inBatches([...each.values()], insert, ROWS_AT_A_TIME);
    return added;
  }

  /** Forgets what was heard before a time, but for the last log-in to each account. */
  async prune(connectionId: string, before: string): Promise<void> {
    const later = this.#knex('gorgias_events as later')
      .where('later.type', 'user-logged-in')
      .whereRaw('later.connection_id = gorgias_events.connection_id')
      .whereRaw('later.account_id = gorgias_events.account_id')
      .whereRaw('later.at > gorgias_events.at');
    await this.#events()
      .where({ connection_id: connectionId })
      .where('seen_at', '<', before)
      .where(event =>
        event.whereNot({ type: 'user-logged-in' }).orWhereExists(later),
      )
      .delete();
  }

  async getPoll(connectionId: string): Promise<EventPoll | undefined> {
    return ask(this.lastPoll(connectionId));
  }

  /** Asks how looking went the last time. */
  lastPoll(connectionId: string): Question<EventPoll | undefined> {
    return {
      query: this.#polls().where({ connection_id: connectionId }),
      answer: ([row]: EventPollRow[]) =>
        row && {
          checkedAt: row.checked_at,
          problem: row.problem,
          ...partsFromColumn('problemParts', row.problem_parts),
        },
    };
  }

  async putPoll(connectionId: string, poll: EventPoll): Promise<void> {
    await this.#polls()
      .insert({
        connection_id: connectionId,
        checked_at: poll.checkedAt,
        problem: poll.problem,
        problem_parts: partsToColumn(poll.problemParts),
      })
      .onConflict('connection_id')
      .merge();
  }

  /** A new grant may read what the old one could not. */
  async forgetPoll(connectionId: string): Promise<void> {
    await this.#polls().where({ connection_id: connectionId }).delete();
  }

  #events() {
    return this.#knex<EventRow>('gorgias_events');
  }

  #polls() {
    return this.#knex<EventPollRow>('event_polls');
  }
}

/** The log-ins to an account, which a column of the statement around it names. */
export function logInsTo(
  knex: Knex,
  connectionId: string,
  accountIdColumn: string,
): Knex.QueryBuilder {
  return knex('gorgias_events')
    .where({
      type: 'user-logged-in',
      'gorgias_events.connection_id': connectionId,
    })
    .whereRaw('gorgias_events.account_id = ??', [accountIdColumn]);
}

function fromRow(row: EventRow): AccountEvent {
  return {
    id: row.event_id,
    type: row.type,
    accountId: row.account_id,
    actorId: row.actor_id,
    at: row.at,
    seenAt: row.seen_at,
  };
}
