import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalidRequest } from './ApiError';

/** The envelope of every list. */
export interface ListReply<T> {
  object: 'list';
  uri: string;
  data: T[];
  meta: { prev_cursor: string | null; next_cursor: string | null };
}

/** What decides where an item is in the list, most important first; ends in its id. */
export type SortKey = readonly (string | number)[];

const CURSOR_LIFE_MILLISECONDS = 60 * 60 * 1000;

const cursorSchema = z.strictObject({
  query: z.string(),
  direction: z.enum(['before', 'after']),
  key: z.array(z.union([z.string(), z.number()])),
  issuedAt: z.number(),
});

type Cursor = z.output<typeof cursorSchema>;

/**
 * Cuts a page out of a list. A cursor names the item it follows, not a
 * position, so that items which come or go between two pages do not shift
 * the rest; it belongs to the query it was made for, page size excepted.
 */
export function listPage<Item, Shown>(options: {
  items: Item[];
  path: string;
  search: URLSearchParams;
  cursor: string | undefined;
  limit: number;
  descending: boolean;
  keyOf: (item: Item) => SortKey;
  show: (item: Item) => Shown;
  now: () => Date;
}): ListReply<Shown> {
  const { path, search, limit, keyOf } = options;
  const sign = options.descending ? -1 : 1;
  const order = (a: SortKey, b: SortKey) => sign * compareKeys(a, b);
  const sorted = [...options.items].sort((a, b) => order(keyOf(a), keyOf(b)));

  const query = fingerprint(path, search);
  const cursor =
    options.cursor === undefined
      ? undefined
      : decodeCursor(options.cursor, query, options.now);
  let start = 0;
  if (cursor) {
    const isBefore = (item: Item) => {
      const difference = order(keyOf(item), cursor.key);
      return cursor.direction === 'after' ? difference <= 0 : difference < 0;
    };
    const before = sorted.filter(isBefore).length;
    start = cursor.direction === 'after' ? before : Math.max(0, before - limit);
  }
  const items = sorted.slice(start, start + limit);
  const cursorAt = (direction: Cursor['direction'], item: Item) =>
    encodeCursor({
      query,
      direction,
      key: [...keyOf(item)],
      issuedAt: options.now().getTime(),
    });
  const hasMore = start + limit < sorted.length;
  return {
    object: 'list',
    uri: search.size > 0 ? `${path}?${search}` : path,
    data: items.map(options.show),
    meta: {
      prev_cursor:
        start > 0 && items.length > 0 ? cursorAt('before', items[0]) : null,
      next_cursor: hasMore ? cursorAt('after', items[items.length - 1]) : null,
    },
  };
}

function compareKeys(a: SortKey, b: SortKey): number {
  const differs = a.findIndex((part, index) => part !== b[index]);
  if (differs < 0) {
    return 0;
  }
  return a[differs] < b[differs] ? -1 : 1;
}

function fingerprint(path: string, search: URLSearchParams): string {
  const query = new URLSearchParams(search);
  query.delete('cursor');
  query.delete('limit');
  query.sort();
  return createHash('sha256').update(`${path}?${query}`).digest('base64url');
}

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decodeCursor(text: string, query: string, now: () => Date): Cursor {
  const refuse = (problem: string) => invalidRequest({ cursor: [problem] });
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw refuse('Is not a cursor.');
  }
  const { data: cursor } = cursorSchema.safeParse(decoded);
  if (!cursor) {
    throw refuse('Is not a cursor.');
  }
  if (cursor.query !== query) {
    throw refuse('Belongs to another query.');
  }
  if (now().getTime() - cursor.issuedAt > CURSOR_LIFE_MILLISECONDS) {
    throw refuse('Has expired.');
  }
  return cursor;
}
