import {
  ReviewDecision,
  ReviewerProgress,
  ReviewItem,
  ReviewItemFilter,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { Question } from '../questions';
import { staffRefOf, StoredItem } from './review';

interface ItemRow {
  review_id: string;
  account_id: string;
  name: string | null;
  email: string | null;
  gorgias_role: string | null;
  kind: StoredItem['kind'];
  state: StoredItem['state'];
  identity: string;
  staff_ref: string | null;
  verdicts: string;
  last_log_in_at: string | null;
  reviewer: string | null;
  added_because: StoredItem['addedBecause'];
  added_at: string;
  decision: ReviewDecision['decision'] | null;
  new_role: string | null;
  decision_comment: string | null;
  decided_by: string | null;
  decided_at: string | null;
  follow_up: 'open' | 'done' | null;
  done_at: string | null;
  not_mine: string | null;
  search_text: string;
}

/** What items are asked for by. `reviewer: null`: those that nobody is asked about. */
export interface ItemSelection {
  reviewer?: string | null;
  status?: ReviewItemFilter['status'];
  search?: string;
  accountIds?: readonly string[];
}

const BATCH_SIZE = 40;

/** The accounts of each access review, and what was decided about them. */
export class ReviewItemStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By name, and by id where names are the same; all of them, or a page. */
  async list(
    reviewId: string,
    selection: ItemSelection = {},
    page?: { offset: number; limit: number },
  ): Promise<StoredItem[]> {
    const query = this.#select(reviewId, selection).orderBy([
      'search_text',
      'account_id',
    ]);
    const rows = await (page
      ? query.offset(page.offset).limit(page.limit)
      : query);
    return rows.map(fromRow);
  }

  async count(reviewId: string, selection: ItemSelection): Promise<number> {
    const [{ n }] = await this.#select(reviewId, selection).count({ n: '*' });
    return Number(n);
  }

  async put(reviewId: string, items: readonly StoredItem[]): Promise<void> {
    for (let start = 0; start < items.length; start += BATCH_SIZE) {
      await this.#table()
        .insert(
          items
            .slice(start, start + BATCH_SIZE)
            .map(item => toRow(reviewId, item)),
        )
        .onConflict(['review_id', 'account_id'])
        .merge();
    }
  }

  /** Of each reviewer of a review, and of nobody, how many there are and are decided. */
  async countByReviewer(
    reviewId: string,
  ): Promise<Array<Omit<ReviewerProgress, 'remindedAt'>>> {
    const rows = await this.#table()
      .where({ review_id: reviewId })
      .where(where =>
        where.whereNotNull('decision').orWhere({ state: 'active' }),
      )
      .groupBy('reviewer')
      .orderBy('reviewer')
      .select('reviewer')
      .count({ total: '*', decided: 'decision' });
    return rows.map(row => ({
      reviewer: (row.reviewer as string | undefined) ?? null,
      total: Number(row.total),
      decided: Number(row.decided),
    }));
  }

  /** The reviews in which somebody is or was asked about an account, with how many and how many are decided. */
  async countFor(
    userRef: string,
  ): Promise<Map<string, { total: number; decided: number }>> {
    const rows = await this.#table()
      .where({ reviewer: userRef })
      .groupBy('review_id')
      .select<
        Array<{
          review_id: string;
          total: number | string;
          decided: number | string;
        }>
      >(
        'review_id',
        this.#knex.raw('count(decision) as decided'),
        // Who lost access before anybody judged it is not to be judged any more.
        this.#knex.raw(
          "sum(case when decision is not null or state = 'active' then 1 else 0 end) as total",
        ),
      );
    return new Map(
      rows.map(row => [
        row.review_id,
        { total: Number(row.total), decided: Number(row.decided) },
      ]),
    );
  }

  /** Asks how many decisions of a system to revoke or change something nobody has seen done. */
  countToCarryOut(entityRef: string): Question<number> {
    return {
      query: this.#table()
        .where({ follow_up: 'open' })
        .whereIn(
          'review_id',
          this.#knex('reviews')
            .where({ entity_ref: entityRef })
            .whereIn('status', ['open', 'signed-off'])
            .select('id'),
        )
        .count({ n: '*' }),
      answer: ([{ n }]) => Number(n),
    };
  }

  /** What was decided of accounts of a system in the last reviews before one. */
  async lastDecisions(
    review: { id: string; entityRef: string; startedAt: string },
    accountIds: readonly string[],
  ): Promise<Map<string, ReviewItem['lastDecision']>> {
    const rows = await this.#knex('review_items')
      .join('reviews', 'reviews.id', 'review_items.review_id')
      .where({ 'reviews.entity_ref': review.entityRef })
      .where('reviews.started_at', '<', review.startedAt)
      .whereIn('review_items.account_id', accountIds)
      .whereNotNull('review_items.decision')
      .orderBy('review_items.decided_at')
      .select<Array<ItemRow & { title: string }>>(
        'review_items.*',
        'reviews.title',
      );
    return new Map(
      rows.map(row => [
        row.account_id,
        { ...decisionOf(row)!, reviewTitle: row.title },
      ]),
    );
  }

  #select(
    reviewId: string,
    { reviewer, status, search, accountIds }: ItemSelection,
  ) {
    const query = this.#table().where({ review_id: reviewId });
    if (reviewer !== undefined) query.where({ reviewer });
    if (accountIds) query.whereIn('account_id', accountIds);
    if (status === 'decided') query.whereNotNull('decision');
    if (status === 'follow-up') query.where({ follow_up: 'open' });
    if (status === 'undecided') {
      query.whereNull('decision').where({ state: 'active' });
    }
    if (search) {
      query.whereRaw("search_text like ? escape '\\'", [
        `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`,
      ]);
    }
    return query;
  }

  #table() {
    return this.#knex<ItemRow>('review_items');
  }
}

function toRow(reviewId: string, item: StoredItem): ItemRow {
  const { decision, followUp, identity } = item;
  return {
    review_id: reviewId,
    account_id: item.accountId,
    name: item.name,
    email: item.email,
    gorgias_role: item.gorgiasRole,
    kind: item.kind,
    state: item.state,
    identity: JSON.stringify(identity),
    staff_ref: staffRefOf(item),
    verdicts: JSON.stringify(item.verdicts),
    last_log_in_at: item.lastLogInAt,
    reviewer: item.reviewer,
    added_because: item.addedBecause,
    added_at: item.addedAt,
    decision: decision?.decision ?? null,
    new_role: decision?.gorgiasRole ?? null,
    decision_comment: decision?.comment ?? null,
    decided_by: decision?.by ?? null,
    decided_at: decision?.at ?? null,
    follow_up: followUp?.status ?? null,
    done_at: followUp?.doneAt ?? null,
    not_mine: item.notMine && JSON.stringify(item.notMine),
    search_text: [
      item.name,
      item.email,
      identity.displayName,
      identity.staffRef,
    ]
      .filter(Boolean)
      .join(' ')
      .toLowerCase(),
  };
}

function fromRow(row: ItemRow): StoredItem {
  return {
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    gorgiasRole: row.gorgias_role,
    kind: row.kind,
    state: row.state,
    identity: JSON.parse(row.identity),
    verdicts: JSON.parse(row.verdicts),
    lastLogInAt: row.last_log_in_at,
    reviewer: row.reviewer,
    addedBecause: row.added_because,
    addedAt: row.added_at,
    decision: decisionOf(row),
    followUp: row.follow_up && { status: row.follow_up, doneAt: row.done_at },
    notMine: row.not_mine === null ? null : JSON.parse(row.not_mine),
  };
}

function decisionOf(row: ItemRow): ReviewDecision | null {
  return (
    row.decision && {
      decision: row.decision,
      ...(row.new_role !== null && { gorgiasRole: row.new_role }),
      comment: row.decision_comment,
      by: row.decided_by!,
      at: row.decided_at!,
    }
  );
}
