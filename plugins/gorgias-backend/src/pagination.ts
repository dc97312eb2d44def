import { InputError } from '@backstage/errors';
import { Page } from 'backstage-plugin-gorgias-common';

const DEFAULT_LIMIT = 50;

/** The part of a list that is asked for. */
export interface PagePosition {
  offset: number;
  limit: number;
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
    limit: query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit),
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

function encodeCursor(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64url');
}

function decodeCursor(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  const offset = /^offset:(\d{1,9})$/.exec(text)?.[1];
  if (offset === undefined) {
    throw new InputError(
      'cursor: is not one this list gave out; leave it out to begin at the start',
    );
  }
  return Number(offset);
}
