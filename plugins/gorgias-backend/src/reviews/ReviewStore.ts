import {
  ReviewProgress,
  ReviewRecurrence,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { ask, Question } from '../questions';
import { OnChange } from '../signals/changes';
import { StoredReview } from './review';

interface ReviewRow {
  id: string;
  entity_ref: string;
  title: string;
  status: StoredReview['status'];
  owner: string;
  created_by: string | null;
  started_at: string;
  due_at: string;
  first_due_at: string | null;
  reviewers: string;
  recurrence: ReviewRecurrence | null;
  next_start_at: string | null;
  ended_by: string | null;
  ended_at: string | null;
  ended_comment: string | null;
}

interface CountRow {
  review_id: string;
  decision: string | null;
  follow_up: string | null;
  count: number | string;
  unassigned: number | string;
}

/** The access reviews of each system. */
export class ReviewStore {
  readonly #knex: Knex;
  readonly #onChange: OnChange;

  constructor(knex: Knex, onChange: OnChange) {
    this.#knex = knex;
    this.#onChange = onChange;
  }

  async get(entityRef: string, id: string): Promise<StoredReview | undefined> {
    const row = await this.#table()
      .where({ entity_ref: entityRef, id })
      .first();
    return row && fromRow(row);
  }

  /** The one that is going on. */
  async findOpen(entityRef: string): Promise<StoredReview | undefined> {
    return ask(this.open(entityRef));
  }

  /** Asks for the one that is going on. */
  open(entityRef: string): Question<StoredReview | undefined> {
    return {
      query: this.#table().where({ entity_ref: entityRef, status: 'open' }),
      answer: ([row]) => row && fromRow(row),
    };
  }

  /** Those that are going on, of all systems. */
  async listOpen(): Promise<StoredReview[]> {
    const rows = await this.#table()
      .where({ status: 'open' })
      .orderBy(['due_at', 'id']);
    return rows.map(fromRow);
  }

  /** All of a system, newest first. */
  async list(entityRef: string): Promise<StoredReview[]> {
    const rows = await this.#table()
      .where({ entity_ref: entityRef })
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(fromRow);
  }

  /** Those after which it is time for the next one. */
  async listRecurring(now: string): Promise<StoredReview[]> {
    const rows = await this.#table()
      .where('next_start_at', '<=', now)
      .orderBy(['next_start_at', 'id']);
    return rows.map(fromRow);
  }

  /** Those of a system with decisions that nobody has seen done. */
  async listToFollowUp(entityRef: string): Promise<StoredReview[]> {
    const rows = await this.#table()
      .where({ entity_ref: entityRef })
      .whereIn('status', ['open', 'signed-off'])
      .whereIn(
        'id',
        this.#knex('review_items')
          .where({ follow_up: 'open' })
          .select('review_id'),
      )
      .orderBy('id');
    return rows.map(fromRow);
  }

  /** Has none of a system begin anew by itself. */
  async endRecurrences(entityRef: string): Promise<void> {
    await this.#table()
      .where({ entity_ref: entityRef })
      .update({ next_start_at: null });
  }

  async put(review: StoredReview): Promise<void> {
    await this.#table().insert(toRow(review)).onConflict('id').merge();
    this.#onChange({ entityRef: review.entityRef });
  }

  /** How far each of some reviews is. */
  async progressOf(
    ids: readonly string[],
  ): Promise<Map<string, ReviewProgress>> {
    const known = await ask(this.#progress(ids));
    return new Map(ids.map(id => [id, known.get(id) ?? noProgress()]));
  }

  /** Asks how far the one is that is going on. */
  openProgress(entityRef: string): Question<ReviewProgress> {
    const { query, answer } = this.#progress(
      this.#table()
        .where({ entity_ref: entityRef, status: 'open' })
        .select('id'),
    );
    return {
      query,
      answer: rows => [...answer(rows).values()][0] ?? noProgress(),
    };
  }

  /** Asks how far some reviews are; says nothing of one without accounts. */
  #progress(
    ids: readonly string[] | Knex.QueryBuilder,
  ): Question<Map<string, ReviewProgress>> {
    const query = this.#knex('review_items')
      .whereIn('review_id', ids as readonly string[])
      // Who lost access before anybody judged it is not to be judged any more.
      .where(where =>
        where.whereNotNull('decision').orWhere({ state: 'active' }),
      )
      .groupBy('review_id', 'decision', 'follow_up')
      .select(
        'review_id',
        'decision',
        'follow_up',
        this.#knex.raw('count(*) as count'),
        this.#knex.raw(
          'sum(case when reviewer is null and decision is null then 1 else 0 end) as unassigned',
        ),
      );
    return { query, answer: toProgress };
  }

  #table() {
    return this.#knex<ReviewRow>('reviews');
  }
}

function toProgress(counts: CountRow[]): Map<string, ReviewProgress> {
  const progress = new Map<string, ReviewProgress>();
  for (const row of counts) {
    const count = Number(row.count);
    const of = progress.get(row.review_id) ?? noProgress();
    of.total += count;
    of.unassigned += Number(row.unassigned);
    if (row.decision !== null) of.decided += count;
    if (row.decision === 'keep') of.keep += count;
    if (row.decision === 'revoke') of.revoke += count;
    if (row.decision === 'change-role') of.changeRole += count;
    if (row.follow_up === 'open') of.openFollowUps += count;
    progress.set(row.review_id, of);
  }
  return progress;
}

function noProgress(): ReviewProgress {
  return {
    total: 0,
    decided: 0,
    keep: 0,
    revoke: 0,
    changeRole: 0,
    unassigned: 0,
    openFollowUps: 0,
  };
}

function toRow(review: StoredReview): ReviewRow {
  const { signOff, cancellation } = review;
  return {
    id: review.id,
    entity_ref: review.entityRef,
    title: review.title,
    status: review.status,
    owner: review.owner,
    created_by: review.createdBy,
    started_at: review.startedAt,
    due_at: review.dueAt,
    first_due_at: review.firstDueAt,
    reviewers: JSON.stringify(review.reviewers),
    recurrence: review.recurrence,
    next_start_at: review.nextStartAt,
    ended_by: (signOff ?? cancellation)?.by ?? null,
    ended_at: (signOff ?? cancellation)?.at ?? null,
    ended_comment: signOff?.comment ?? cancellation?.reason ?? null,
  };
}

function fromRow(row: ReviewRow): StoredReview {
  const ended = { by: row.ended_by!, at: row.ended_at! };
  return {
    id: row.id,
    entityRef: row.entity_ref,
    title: row.title,
    status: row.status,
    owner: row.owner,
    createdBy: row.created_by,
    startedAt: row.started_at,
    dueAt: row.due_at,
    firstDueAt: row.first_due_at ?? row.due_at,
    reviewers: JSON.parse(row.reviewers),
    recurrence: row.recurrence,
    nextStartAt: row.next_start_at,
    signOff:
      row.status === 'signed-off'
        ? { ...ended, comment: row.ended_comment }
        : null,
    cancellation:
      row.status === 'cancelled'
        ? { ...ended, reason: row.ended_comment! }
        : null,
  };
}
