import { InputError } from '@backstage/errors';
import { Page } from 'backstage-plugin-gorgias-common';
import { etagOf } from './etags';

const DEFAULT_LIMIT = 50;

/** The part of a list that is asked for. */
export interface PagePosition {
  offset: number;
  limit: number;
}

/** How many items a page is to have at most. */
export function readLimit(query: { limit?: unknown }): number {
  return query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit);
}

/**
 * Reads the paging parameters of a request.
 *
 * @throws InputError when the cursor is not one of ours
 */
export function readPagePosition(query: {
  limit?: unknown;
  cursor?: unknown;
}): PagePosition {
  return {
    limit: readLimit(query),
    offset: query.cursor === undefined ? 0 : decodeCursor(String(query.cursor)),
  };
}

/** Makes a page of the items at a position. */
export function toPage<T>(
  items: T[],
  totalItems: number,
  { offset, limit }: PagePosition,
): Page<T> {
  const next = offset + limit;
  return {
    items,
    totalItems,
    ...(next < totalItems && { nextCursor: encodeCursor(next) }),
  };
}

/** Cuts the page at a position out of a whole list. */
export function pageOf<T>(all: T[], position: PagePosition): Page<T> {
  const { offset, limit } = position;
  return toPage(all.slice(offset, offset + limit), all.length, position);
}

/** Where in a list a page ends: the values that the list is put in order by. */
export type Place = Array<string | number>;

/**
 * Makes the cursor of a page that begins after a place, which stays right
 * whatever comes or goes before it, and is as fast to find however far down.
 *
 * @param list - what makes the list this one and no other; plain JSON
 */
export function encodePlace(list: unknown, place: Place): string {
  return Buffer.from(
    JSON.stringify([etagOf([list, place]), ...place]),
  ).toString('base64url');
}

/** @throws InputError when the cursor is not one of this list */
export function decodePlace(list: unknown, cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString();
  try {
    const [etag, ...place] = JSON.parse(text);
    if (etag === etagOf([list, place])) {
      return place;
    }
  } catch {
    // No JSON, or no list: not one of ours either.
  }
  throw foreignCursor();
}

function encodeCursor(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64url');
}

function decodeCursor(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  const offset = /^offset:(\d{1,9})$/.exec(text)?.[1];
  if (offset === undefined) {
    throw foreignCursor();
  }
  return Number(offset);
}

function foreignCursor(): InputError {
  return new InputError(
    'cursor: is not one this list gave out; leave it out to begin at the start',
  );
}
