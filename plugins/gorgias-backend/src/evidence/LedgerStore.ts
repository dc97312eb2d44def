import { randomUUID } from 'node:crypto';
import {
  canonicalJson,
  contentHashOf,
  entryHashOf,
  LedgerEntry,
  scopeOf,
  sha256,
} from 'backstage-plugin-gorgias-evidence';
import { Knex } from 'knex';
import { insertMany, rowsOf } from '../manyRows';

/** Something that happened and belongs into the ledger. */
export interface LedgerEvent {
  at: string;
  kind: string;
  /** The system; none when it concerns all of them, as staff does. */
  entityRef?: string;
  /** The staff member it is about, when it is about no system. */
  staffRef?: string;
  /** What happened; nothing secret, and what `docs/evidence.md` lists of people. */
  body: object;
}

interface PendingRow {
  position?: number;
  id: string;
  at: string;
  kind: string;
  entity_ref: string | null;
  scope: string;
  body: string;
}

interface EntryRow extends Omit<PendingRow, 'position' | 'body'> {
  sequence: number;
  body: string | null;
  body_hash: string;
  previous_hash: string;
  hash: string;
}

/** What a part of the ledger is chosen by. */
export interface LedgerRange {
  first: number;
  last: number;
}

const READ_SIZE = 500;

/** The ledger: what is to be chained, and the chain. */
export class LedgerStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Enters what happened. To be called in the transaction that does it; it
   * waits for nobody, since its place in the chain is found later.
   */
  async enter(events: Iterable<LedgerEvent>): Promise<void> {
    await insertMany(this.#knex, 'ledger_pending', rowsOf(events, toPending));
  }

  /**
   * Gives pending entries their places in the chain, at most so many. To be
   * called in a transaction: others wait, and then go on from where it ended.
   *
   * @returns how many there were
   */
  async chain(most: number): Promise<number> {
    const tip = await this.lockTip();
    const pending: PendingRow[] = await this.#knex<PendingRow>('ledger_pending')
      .orderBy('position')
      .limit(most);
    if (pending.length === 0) {
      return 0;
    }
    const rows: EntryRow[] = [];
    let { sequence, hash } = tip;
    for (const { position, ...row } of pending) {
      const previousHash = hash;
      sequence += 1;
      const bodyHash = sha256(row.body);
      const contentHash = contentHashOf({
        ...row,
        entityRef: row.entity_ref,
        bodyHash,
      });
      hash = entryHashOf({
        sequence,
        scope: row.scope,
        contentHash,
        previousHash,
      });
      rows.push({
        ...row,
        sequence,
        body_hash: bodyHash,
        previous_hash: previousHash,
        hash,
      });
    }
    await insertMany(this.#knex, 'ledger_entries', rows);
    const ids = pending.map(({ position }) => position!);
    for (let start = 0; start < ids.length; start += READ_SIZE) {
      await this.#knex('ledger_pending')
        .whereIn('position', ids.slice(start, start + READ_SIZE))
        .delete();
    }
    await this.#knex('ledger_tip')
      .where({ only: 1 })
      .update({ sequence, hash });
    return pending.length;
  }

  /** How many entries wait for their places in the chain. */
  async countPending(): Promise<number> {
    const [{ n }] = await this.#knex('ledger_pending').count({ n: '*' });
    return Number(n);
  }

  /** Where the chain ends. In a transaction it stays so until that has ended. */
  async lockTip(): Promise<{ sequence: number; hash: string }> {
    const tip = await this.#knex('ledger_tip')
      .where({ only: 1 })
      .forUpdate()
      .first();
    return { sequence: tip.sequence, hash: tip.hash };
  }

  /** Entries of a part of the chain, in order, without all of them in memory. */
  async *read({ first, last }: LedgerRange): AsyncGenerator<LedgerEntry> {
    for (let start = first; start <= last; start += READ_SIZE) {
      const rows: EntryRow[] = await this.#entries()
        .whereBetween('sequence', [
          start,
          Math.min(last, start + READ_SIZE - 1),
        ])
        .orderBy('sequence');
      yield* rows.map(fromRow);
    }
  }

  /** Entries of a system of some kinds, in order, beginning at one of them. */
  async *readOf(
    entityRef: string,
    kinds: readonly string[],
    { first, last }: LedgerRange,
  ): AsyncGenerator<LedgerEntry> {
    let next = first;
    for (;;) {
      const rows: EntryRow[] = await this.#entries()
        .where({ entity_ref: entityRef })
        .whereIn('kind', kinds)
        .whereBetween('sequence', [next, last])
        .orderBy('sequence')
        .limit(READ_SIZE);
      yield* rows.map(fromRow);
      if (rows.length < READ_SIZE) {
        return;
      }
      next = rows[rows.length - 1].sequence + 1;
    }
  }

  /** The last entry of a kind up to a time, of those whose body is still there. */
  async findLast(
    entityRef: string,
    kind: string,
    at: string,
  ): Promise<LedgerEntry | undefined> {
    const row = await this.#entries()
      .where({ entity_ref: entityRef, kind })
      .where('at', '<=', at)
      .whereNotNull('body')
      .orderBy('sequence', 'desc')
      .first();
    return row && fromRow(row);
  }

  /** The first entry of a kind, of those whose body is still there. */
  async findFirst(
    entityRef: string,
    kind: string,
  ): Promise<LedgerEntry | undefined> {
    const row = await this.#entries()
      .where({ entity_ref: entityRef, kind })
      .whereNotNull('body')
      .orderBy('sequence')
      .first();
    return row && fromRow(row);
  }

  /**
   * Removes the bodies of what is older than a time. Of each system those are
   * kept that came after its last entry of a kind before that time.
   */
  async removeBodies(before: string, keptFrom: string): Promise<void> {
    await this.#withBodies(before)
      .whereNull('entity_ref')
      .update({ body: null });
    const systems = await this.#withBodies(before)
      .whereNotNull('entity_ref')
      .distinct('entity_ref');
    for (const row of systems) {
      const entityRef = row.entity_ref!;
      const kept = await this.findLast(entityRef, keptFrom, before);
      if (kept) {
        await this.#withBodies(before)
          .where({ entity_ref: entityRef })
          .where('sequence', '<', kept.sequence)
          .update({ body: null });
      }
    }
  }

  /** How many entries there are about a system, by kind, most first. */
  async countByKind(
    entityRef: string,
  ): Promise<Array<{ kind: string; count: number; lastAt: string }>> {
    const rows = await this.#entries()
      .where({ entity_ref: entityRef })
      .groupBy('kind')
      .select('kind')
      .count({ count: '*' })
      .max({ lastAt: 'at' })
      .orderBy([
        { column: 'count', order: 'desc' },
        { column: 'kind', order: 'asc' },
      ]);
    return rows.map(row => ({
      kind: String(row.kind),
      count: Number(row.count),
      lastAt: String(row.lastAt),
    }));
  }

  /** The last entries of a kind about a system whose bodies are still there, newest first. */
  async listLast(
    entityRef: string,
    kind: string,
    most: number,
  ): Promise<LedgerEntry[]> {
    const rows = await this.#entries()
      .where({ entity_ref: entityRef, kind })
      .whereNotNull('body')
      .orderBy('sequence', 'desc')
      .limit(most);
    return rows.map(fromRow);
  }

  /** The highest sequence of what happened up to a time, 0 for nothing: of all, or of a system in a part of the ledger. */
  async lastUntil(
    at: string,
    of?: { entityRef: string; last?: number },
  ): Promise<number> {
    const entries = this.#entries().where('at', '<=', at);
    if (of) {
      entries.where({ entity_ref: of.entityRef });
    }
    if (of?.last !== undefined) {
      entries.where('sequence', '<=', of.last);
    }
    const row = await entries.max({ sequence: 'sequence' }).first();
    return Number(row?.sequence ?? 0);
  }

  #entries() {
    return this.#knex<EntryRow>('ledger_entries');
  }

  #withBodies(before: string) {
    return this.#entries().where('at', '<', before).whereNotNull('body');
  }
}

function toPending({
  at,
  kind,
  entityRef,
  staffRef,
  body,
}: LedgerEvent): PendingRow {
  // Random, so that nobody guesses what a removed body said from its hash.
  const nonce = randomUUID();
  return {
    id: randomUUID(),
    at,
    kind,
    entity_ref: entityRef ?? null,
    scope: scopeOf(entityRef ?? staffRef ?? ''),
    body: canonicalJson({ ...body, nonce }),
  };
}

function fromRow(row: EntryRow): LedgerEntry {
  return {
    sequence: row.sequence,
    id: row.id,
    at: row.at,
    kind: row.kind,
    entityRef: row.entity_ref,
    scope: row.scope,
    body: row.body === null ? null : JSON.parse(row.body),
    bodyHash: row.body_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
