import { randomUUID } from 'node:crypto';
import { toGorgiasDatetime } from './datetime';

/** The documented kinds of events that are about access. */
export const EVENT_TYPES = [
  'account-setting-updated',
  'user-2fa-changed',
  'user-created',
  'user-deleted',
  'user-invited',
  'user-logged-in',
  'user-logged-out',
  'user-password-changed',
  'user-password-reset',
  'user-updated',
] as const;

/** See {@link EVENT_TYPES}. */
export type EventType = (typeof EVENT_TYPES)[number];

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

// Counts on over accounts and resets: an id is never given again, and whoever
// remembers those from before a reset must not take new events for known ones.
let nextId = 90817263;

/** What happened in one account, oldest first. */
export class EventLog {
  readonly #clock: () => Date;
  readonly #isOn: () => boolean;
  readonly #events: GorgiasEvent[] = [];

  constructor(options: { clock: () => Date; isOn: () => boolean }) {
    this.#clock = options.clock;
    this.#isOn = options.isOn;
  }

  /** Records what happened, unless the log is off. */
  record(type: EventType, objectId: number, actorId?: number): void {
    if (this.#isOn()) {
      this.add(type, objectId, actorId);
    }
  }

  /** Adds an event, whether it happened or not; without an actor it counts as automatic. */
  add(
    type: EventType,
    objectId: number,
    actorId: number | null = null,
  ): GorgiasEvent {
    const count = this.#events.length;
    const event: GorgiasEvent = {
      id: nextId++,
      context: randomUUID(),
      created_datetime: toGorgiasDatetime(this.#clock(), count),
      // What Gorgias puts here is not documented, so nothing may rely on it.
      data: null,
      object_id: objectId,
      object_type:
        type === 'account-setting-updated' ? 'AccountSetting' : 'User',
      type,
      user_id: actorId,
    };
    this.#events.push(event);
    return event;
  }

  all(): readonly GorgiasEvent[] {
    return this.#events;
  }
}
