import {
  Message,
  message,
  sayInEnglish,
  SyncTrigger,
} from 'backstage-plugin-gorgias-common';
import { Connection } from '../connections/ConnectionStore';
import { GorgiasClient } from '../gorgias/GorgiasClient';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasEvent } from '../gorgias/schemas';
import { AccountEvent, EventStore } from './EventStore';
import { CHANGE_TYPES, READ_TYPES } from './eventTypes';

const PAGE_SIZE = 100;
/** Beyond this the news is that there is a lot of it; the full read does the rest. */
const MOST_PAGES = 10;
/** Events may turn up in the log a little after others that happened later. */
const LOOK_BACK_MILLISECONDS = 5 * 60 * 1000;
const KEEP_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
/** How long not to ask again for what the grant does not allow. */
const REST_MILLISECONDS = 60 * 60 * 1000;
/** What asks for a run after a look. */
const LOOKED: readonly SyncTrigger[] = ['connected', 'event'];
/** How long after it the run need not look again. */
const MOMENT_MILLISECONDS = 5 * 1000;

/** What looking at the event log brought. */
export interface News {
  /** Whether the log could be read. */
  available: boolean;
  /** Whether something happened that was not known, after which a full read would show something else. */
  changed: boolean;
}

/** What stands in the way of the log alone, so that everything else can go on without it. */
const UNAVAILABLE = [
  'forbidden',
  'refused',
  'not-found',
  'bad-answer',
] as const;

const NONE: News = { available: false, changed: false };

/**
 * Looks at the event log of a connected account, and keeps what is new in
 * it. The first look only learns where the log ends.
 *
 * @throws GorgiasError when Gorgias can't be asked; not when it does not
 * allow this, which merely loses the short cut
 */
export async function pollEvents(
  connection: Connection,
  client: GorgiasClient,
  store: EventStore,
  now: string,
): Promise<News> {
  const last = await store.getPoll(connection.id);
  const resting =
    last?.problem &&
    Date.parse(now) - Date.parse(last.checkedAt) < REST_MILLISECONDS;
  if (resting) {
    return NONE;
  }
  const newest = await store.findNewest(connection.id);
  let events: GorgiasEvent[];
  try {
    events = newest
      ? await readSince(client, newest.at)
      : await readNewest(client);
  } catch (error) {
    if (!isGorgiasError(error, ...UNAVAILABLE)) {
      throw error;
    }
    await store.putPoll(connection.id, {
      checkedAt: now,
      ...(error.kind === 'forbidden'
        ? notAllowed(connection)
        : { problem: error.message }),
    });
    return NONE;
  }
  const added = await keepEvents(connection.id, store, events, now);
  await store.prune(
    connection.id,
    new Date(Date.parse(now) - KEEP_MILLISECONDS).toISOString(),
  );
  return {
    available: true,
    changed:
      last !== undefined &&
      added.some(({ type }) => CHANGE_TYPES.includes(type)),
  };
}

/**
 * The same for a run, which does without if it was asked for with a look a
 * moment ago. What happened in that moment is news at the next look, though a
 * reading that begins now has it: it is read once more than it need be.
 */
export async function pollEventsForRun(
  connection: Connection,
  client: GorgiasClient,
  store: EventStore,
  { trigger, now }: { trigger: SyncTrigger; now: string },
): Promise<News> {
  const last = LOOKED.includes(trigger)
    ? await store.getPoll(connection.id)
    : undefined;
  const ago = last && Date.parse(now) - Date.parse(last.checkedAt);
  return ago !== undefined && !last?.problem && ago < MOMENT_MILLISECONDS
    ? { available: true, changed: false }
    : pollEvents(connection, client, store, now);
}

/** Keeps what a look has found. @returns what of it was not known */
export async function keepEvents(
  connectionId: string,
  store: EventStore,
  events: readonly GorgiasEvent[],
  now: string,
): Promise<AccountEvent[]> {
  const added = await store.add(
    connectionId,
    events.map(event => toAccountEvent(event, now)),
  );
  await store.putPoll(connectionId, { checkedAt: now, problem: null });
  return added;
}

/** Whether nothing has happened since the last look, for sure. Keeps nothing. */
export async function isQuiet(
  connectionId: string,
  client: GorgiasClient,
  store: EventStore,
): Promise<boolean> {
  const known = new Set((await store.list(connectionId)).map(({ id }) => id));
  try {
    const { events } = await client.readEventPage({
      types: CHANGE_TYPES,
      limit: 1,
    });
    return events.every(({ id }) => known.has(String(id)));
  } catch (error) {
    if (isGorgiasError(error)) {
      return false;
    }
    throw error;
  }
}

async function readSince(
  client: GorgiasClient,
  at: string,
): Promise<GorgiasEvent[]> {
  const since = new Date(Date.parse(at) - LOOK_BACK_MILLISECONDS).toISOString();
  const events: GorgiasEvent[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.readEventPage({
      types: READ_TYPES,
      since,
      limit: PAGE_SIZE,
      cursor,
    });
    events.push(...answer.events);
    cursor = answer.nextCursor;
    if (cursor === undefined) {
      return events;
    }
  }
  // Else a look back at as many that are known would never get beyond them.
  return [...events, ...(await readNewest(client))];
}

/** The end of the log for whoever can do without, when it can't be read. */
export async function findNewest(
  client: GorgiasClient,
): Promise<GorgiasEvent[] | undefined> {
  try {
    return await readNewest(client);
  } catch (error) {
    if (isGorgiasError(error)) {
      return undefined;
    }
    throw error;
  }
}

async function readNewest(client: GorgiasClient): Promise<GorgiasEvent[]> {
  const { events } = await client.readEventPage({
    types: READ_TYPES,
    limit: PAGE_SIZE,
  });
  return events;
}

function toAccountEvent(event: GorgiasEvent, now: string): AccountEvent {
  return {
    id: String(event.id),
    type: event.type,
    accountId:
      event.object_type === 'User' && event.object_id !== null
        ? String(event.object_id)
        : null,
    actorId: event.user_id === null ? null : String(event.user_id),
    at: event.created_datetime,
    seenAt: now,
  };
}

function notAllowed({ method, scopes }: Connection) {
  const parts: Message[] = [
    method === 'oauth' && !scopes.includes('events:read')
      ? message('connection.noEventScope')
      : message('connection.noEvents'),
  ];
  return { problem: sayInEnglish(parts), problemParts: parts };
}
