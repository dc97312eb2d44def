import { randomUUID } from 'node:crypto';
import { GorgiasVerdictEvent } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';

/** Something to be sent to a receiver. */
export interface WebhookMessage {
  /** Its place among what is sent. */
  position: number;
  /** The same at each try, and for all receivers. */
  messageId: string;
  /** JSON, as it is sent. */
  body: string;
}

/** That the last try failed. */
export interface WebhookFailure {
  /** When the first of the tries was that all failed. */
  since: string;
  /** Before that nothing is sent. */
  nextAt: string;
}

interface MessageRow {
  position?: number;
  webhook_id: string;
  message_id: string;
  at: string;
  body: string;
}

interface FailureRow {
  webhook_id: string;
  since: string;
  next_at: string;
}

const BATCH_SIZE = 100;

/** What is to be sent to receivers, until they have it, and which of them fail. */
export class WebhookStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Enters what each receiver is to be told. Call it in the transaction that does what is told. */
  async enter(
    webhookIds: readonly string[],
    events: readonly GorgiasVerdictEvent[],
  ): Promise<void> {
    if (webhookIds.length === 0) {
      return;
    }
    const rows = events.flatMap((event): MessageRow[] => {
      const message = {
        message_id: `msg_${randomUUID()}`,
        at: event.at,
        body: JSON.stringify(event),
      };
      return webhookIds.map(webhook_id => ({ webhook_id, ...message }));
    });
    await this.#knex.batchInsert('webhook_messages', rows, BATCH_SIZE);
  }

  /** What a receiver is to be told next. */
  async next(webhookId: string): Promise<WebhookMessage | undefined> {
    const row = await this.#messages()
      .where({ webhook_id: webhookId })
      .orderBy('position')
      .first();
    return (
      row && {
        position: row.position!,
        messageId: row.message_id,
        body: row.body,
      }
    );
  }

  /** Notes that the receiver has a message. */
  async noteDelivered(position: number): Promise<void> {
    await this.#messages().where({ position }).delete();
  }

  /** Removes what happened before a time. @returns how much that was */
  async removeOld(webhookId: string, before: string): Promise<number> {
    return this.#messages()
      .where({ webhook_id: webhookId })
      .where('at', '<', before)
      .delete();
  }

  /** Removes what happened before a time and was for receivers that are not configured any more. */
  async removeOldOfOthers(
    webhookIds: readonly string[],
    before: string,
  ): Promise<void> {
    await this.#messages()
      .whereNotIn('webhook_id', webhookIds)
      .where('at', '<', before)
      .delete();
  }

  /** How much a receiver is still to be told. */
  async count(webhookId: string): Promise<number> {
    const [{ n }] = await this.#messages()
      .where({ webhook_id: webhookId })
      .count({ n: '*' });
    return Number(n);
  }

  /** Whether the last try failed, and until when to wait. */
  async findFailure(webhookId: string): Promise<WebhookFailure | undefined> {
    const row = await this.#failures().where({ webhook_id: webhookId }).first();
    return row && { since: row.since, nextAt: row.next_at };
  }

  async noteFailure(
    webhookId: string,
    { since, nextAt }: WebhookFailure,
  ): Promise<void> {
    await this.#failures()
      .insert({ webhook_id: webhookId, since, next_at: nextAt })
      .onConflict('webhook_id')
      .merge();
  }

  async forgetFailure(webhookId: string): Promise<void> {
    await this.#failures().where({ webhook_id: webhookId }).delete();
  }

  #messages() {
    return this.#knex<MessageRow>('webhook_messages');
  }

  #failures() {
    return this.#knex<FailureRow>('webhook_failures');
  }
}
