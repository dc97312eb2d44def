import { Cursor, decodeCursor, encodeCursor, fingerprint } from './cursors';

/** The envelope of every list. */
export interface ListReply<T> {
  object: 'list';
  uri: string;
  data: T[];
  meta: { prev_cursor: string | null; next_cursor: string | null };
}

/** What decides where an item is in the list, most important first; ends in its id. */
export type SortKey = readonly (string | number)[];

/**
 * Cuts a page out of a list. A cursor of kind `key` names the item it
 * follows, so that items which come or go between two pages do not shift the
 * rest; one of kind `offset` names a position, so that they do.
 */
export function listPage<Item, Shown>(options: {
  items: Item[];
  path: string;
  search: URLSearchParams;
  cursor: string | undefined;
  cursorKind: 'key' | 'offset';
  limit: number;
  descending: boolean;
  keyOf: (item: Item) => SortKey;
  show: (item: Item) => Shown;
  now: () => Date;
}): ListReply<Shown> {
  const { path, search, limit, keyOf } = options;
  const now = options.now();
  const sign = options.descending ? -1 : 1;
  const order = (a: SortKey, b: SortKey) => sign * compareKeys(a, b);
  // Once for each: an account may have many thousands of users.
  const sorted = options.items
    .map(item => ({ item, key: keyOf(item) }))
    .sort((a, b) => order(a.key, b.key));

  const query = fingerprint(path, search);
  const cursor =
    options.cursor === undefined
      ? undefined
      : decodeCursor(options.cursor, query, now);
  const start = cursor ? startOf(cursor.at, sorted, order, limit) : 0;
  const items = sorted.slice(start, start + limit).map(({ item }) => item);
  const cursorTo = (direction: 'before' | 'after', item: Item) =>
    encodeCursor({
      query,
      at:
        options.cursorKind === 'key'
          ? { direction, key: [...keyOf(item)] }
          : {
              offset: Math.max(
                0,
                start + (direction === 'after' ? limit : -limit),
              ),
            },
      issuedAt: now.getTime(),
    });
  const hasMore = start + limit < sorted.length;
  const next = hasMore ? cursorTo('after', items[items.length - 1]) : null;
  return {
    object: 'list',
    uri: search.size > 0 ? `${path}?${search}` : path,
    data: items.map(options.show),
    meta: {
      prev_cursor:
        start > 0 && items.length > 0 ? cursorTo('before', items[0]) : null,
      next_cursor: cursor?.loops ? options.cursor! : next,
    },
  };
}

function startOf(
  at: Cursor['at'],
  sorted: ReadonlyArray<{ key: SortKey }>,
  order: (a: SortKey, b: SortKey) => number,
  limit: number,
): number {
  if ('offset' in at) {
    return at.offset;
  }
  const { key: place, direction } = at;
  const firstBehind = sorted.findIndex(({ key }) => {
    const difference = order(key, place);
    return direction === 'after' ? difference > 0 : difference >= 0;
  });
  const before = firstBehind < 0 ? sorted.length : firstBehind;
  return direction === 'after' ? before : Math.max(0, before - limit);
}

function compareKeys(a: SortKey, b: SortKey): number {
  const differs = a.findIndex((part, index) => part !== b[index]);
  if (differs < 0) {
    return 0;
  }
  return a[differs] < b[differs] ? -1 : 1;
}
