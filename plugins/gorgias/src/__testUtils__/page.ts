import { Page, PageRequest } from 'backstage-plugin-gorgias-common';

/** A part of a list, with the offset as cursor. */
export function page<T>(all: T[], request: PageRequest = {}): Page<T> {
  const { cursor, limit = 50 } = request;
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return {
    items: all.slice(start, end),
    totalItems: all.length,
    ...(end < all.length && { nextCursor: String(end) }),
  };
}
