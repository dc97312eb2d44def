import { Knex } from 'knex';

/** What people are told of a review. */
export type ReviewMessage =
  | 'assigned'
  | 'week-before'
  | 'day-before'
  | 'overdue'
  | 'escalated'
  | 'ready';

/** That somebody was told something of a review. */
export interface SentMessage {
  recipient: string;
  message: ReviewMessage;
  sentAt: string;
}

/** Who was told what of each review. */
export class ReviewMessageStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What was told of a review, oldest first. */
  async list(reviewId: string): Promise<SentMessage[]> {
    const rows = await this.#knex('review_messages')
      .where({ review_id: reviewId })
      .orderBy(['sent_at', 'recipient', 'message']);
    return rows.map(row => ({
      recipient: row.recipient,
      message: row.message,
      sentAt: row.sent_at,
    }));
  }

  /** @returns whether it was not told before */
  async add(reviewId: string, sent: SentMessage): Promise<boolean> {
    const added = await this.#knex('review_messages')
      .insert({
        review_id: reviewId,
        recipient: sent.recipient,
        message: sent.message,
        sent_at: sent.sentAt,
      })
      .onConflict(['review_id', 'recipient', 'message'])
      .ignore()
      .returning('message');
    return added.length > 0;
  }

  /** Forgets that somebody was told something, or all that was told of a review. */
  async remove(
    reviewId: string,
    of: Partial<Pick<SentMessage, 'recipient' | 'message'>> = {},
  ): Promise<void> {
    await this.#knex('review_messages')
      .where({ review_id: reviewId, ...of })
      .delete();
  }
}
