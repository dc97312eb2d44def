import { z } from 'zod';
import { Account } from '../accounts/Account';
import { fromGorgiasDatetime } from '../accounts/datetime';
import { GorgiasEvent } from '../accounts/EventLog';
import { notFound } from './ApiError';
import { ListReply, listPage } from './listPage';
import { integer, limit, parseInput, parseQuery, repeated } from './parseInput';

const datetime = z
  .string()
  .refine(
    text => !Number.isNaN(fromGorgiasDatetime(text).getTime()),
    'Must be an ISO 8601 date and time.',
  )
  .transform(text => fromGorgiasDatetime(text))
  .optional();

const querySchema = z.strictObject({
  cursor: z.string().optional(),
  limit,
  order_by: z
    .enum(['created_datetime', 'created_datetime:asc', 'created_datetime:desc'])
    .default('created_datetime:desc'),
  'created_datetime[gt]': datetime,
  'created_datetime[gte]': datetime,
  'created_datetime[lt]': datetime,
  'created_datetime[lte]': datetime,
  object_type: z.string().optional(),
  object_id: integer.optional(),
  types: repeated(z.string()),
  user_ids: repeated(integer),
});

/** `GET /api/events` */
export function listEvents(
  account: Account,
  search: URLSearchParams,
): ListReply<object> {
  const query = parseQuery(querySchema, search);
  const {
    'created_datetime[gt]': after,
    'created_datetime[gte]': from,
    'created_datetime[lt]': before,
    'created_datetime[lte]': until,
  } = query;
  const items = account.events.all().filter(event => {
    const at = fromGorgiasDatetime(event.created_datetime);
    return (
      (!after || at > after) &&
      (!from || at >= from) &&
      (!before || at < before) &&
      (!until || at <= until) &&
      (!query.object_type || event.object_type === query.object_type) &&
      (query.object_id === undefined || event.object_id === query.object_id) &&
      (!query.types || query.types.includes(event.type)) &&
      (!query.user_ids ||
        (event.user_id !== null && query.user_ids.includes(event.user_id)))
    );
  });
  return listPage({
    items,
    path: '/api/events',
    search,
    cursor: query.cursor,
    cursorKind: account.behaviour.cursorKind,
    limit: Math.min(query.limit, account.behaviour.maxPageSize),
    descending: query.order_by === 'created_datetime:desc',
    keyOf: event => [
      fromGorgiasDatetime(event.created_datetime).getTime(),
      event.id,
    ],
    show: showEvent,
    now: account.now,
  });
}

/** `GET /api/events/{id}` */
export function getEvent(account: Account, id: string): object {
  const eventId = parseInput(z.object({ id: integer }), { id }).id;
  const event = account.events.all().find(({ id: other }) => other === eventId);
  if (!event) {
    throw notFound();
  }
  return showEvent(event);
}

function showEvent(event: GorgiasEvent): object {
  return { ...event, uri: `/api/events/${event.id}` };
}
