import { cursorToSamePage } from '../api/cursors';
import { ListReply } from '../api/listPage';

type Page = ListReply<Record<string, unknown>>;

/** The request for a page that is to be broken. */
export interface PageRequest {
  path: string;
  search: URLSearchParams;
  now: Date;
}

/** An address of another host, where no client may ever go. */
export const FOREIGN_URL = 'https://evil.example/api/users';

/** Nothing, and the cursor of the page that should have been here. */
export function emptyPage(page: Page, request: PageRequest): Page {
  const next = cursorToSamePage(request);
  return { ...withNextCursor(page, next), data: [] };
}

/**
 * Leads back to this page for ever: by the cursor it was asked for with, or,
 * as the first page has none, by one that each answer to it names again.
 */
export function loopingPage(page: Page, request: PageRequest): Page {
  return withNextCursor(
    page,
    request.search.get('cursor') ?? cursorToSamePage(request, { loops: true }),
  );
}

/** Names an address of another host instead of a cursor. */
export function foreignPage(page: Page): Page {
  return withNextCursor(page, `${FOREIGN_URL}?cursor=x`);
}

/** Gives the last user fields of wrong types. */
export function pageWithBadRecord(page: Page): Page {
  const last = page.data.length - 1;
  return {
    ...page,
    data: page.data.map((user, index) =>
      index === last ? { ...user, active: 'yes', role: 5 } : user,
    ),
  };
}

/** Turns the order of the records round. */
export function reversedPage(page: Page): Page {
  return { ...page, data: [...page.data].reverse() };
}

function withNextCursor(page: Page, next: string): Page {
  return { ...page, meta: { ...page.meta, next_cursor: next } };
}
