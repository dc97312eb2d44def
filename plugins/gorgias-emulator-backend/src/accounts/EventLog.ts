import { randomUUID } from 'node:crypto';
import { toGorgiasDatetime } from './datetime';

/** The kinds of events the emulator records. */
export type EventType =
  | 'account-setting-updated'
  | 'user-2fa-changed'
  | 'user-deleted'
  | 'user-invited'
  | 'user-logged-in'
  | 'user-updated';

/** A tracked change, as `GET /api/events` shows it, without `uri`. */
export interface GorgiasEvent {
  id: number;
  context: string | null;
  created_datetime: string;
  data: Record<string, unknown> | null;
  object_id: number;
  object_type: 'User' | 'AccountSetting';
  type: EventType;
  user_id: number | null;
}

const FIRST_ID = 90817263;

/** What happened in one account, oldest first. */
export class EventLog {
  readonly #now: () => Date;
  readonly #events: GorgiasEvent[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Records an event; without an actor it counts as automatic. */
  record(
    type: EventType,
    objectId: number,
    actorId: number | null = null,
  ): void {
    const count = this.#events.length;
    this.#events.push({
      id: FIRST_ID + count,
      context: randomUUID(),
      created_datetime: toGorgiasDatetime(this.#now(), count),
      // What Gorgias puts here is not documented, so nothing may rely on it.
      data: null,
      object_id: objectId,
      object_type:
        type === 'account-setting-updated' ? 'AccountSetting' : 'User',
      type,
      user_id: actorId,
    });
  }

  all(): readonly GorgiasEvent[] {
    return this.#events;
  }
}
