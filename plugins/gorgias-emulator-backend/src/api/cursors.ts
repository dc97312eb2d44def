import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { invalidRequest } from './ApiError';

const LIFE_MILLISECONDS = 60 * 60 * 1000;

const cursorSchema = z.strictObject({
  query: z.string(),
  /** Next to an item, or at a position of the list. */
  at: z.union([
    z.strictObject({
      direction: z.enum(['before', 'after']),
      key: z.array(z.union([z.string(), z.number()])),
    }),
    z.strictObject({ offset: z.int().nonnegative() }),
  ]),
  issuedAt: z.number(),
  /** Tells apart two cursors that lead to the same page. */
  serial: z.string().optional(),
  /** Whether the page names this very cursor as that of the next page. */
  loops: z.boolean().optional(),
});

/** What a client is given to ask for another page, which it cannot read. */
export type Cursor = z.output<typeof cursorSchema>;

/** What a cursor is good for: one query, page size excepted. */
export function fingerprint(path: string, search: URLSearchParams): string {
  const query = new URLSearchParams(search);
  query.delete('cursor');
  query.delete('limit');
  query.sort();
  return createHash('sha256').update(`${path}?${query}`).digest('base64url');
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads a cursor, and refuses one that is not for this query or too old. */
export function decodeCursor(text: string, query: string, now: Date): Cursor {
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
  if (now.getTime() - cursor.issuedAt > LIFE_MILLISECONDS) {
    throw expiredCursor();
  }
  return cursor;
}

/** The answer to a cursor that was kept for too long. */
export function expiredCursor() {
  return invalidRequest({ cursor: ['Has expired.'] });
}

/** Another cursor to the page that a request asks for, the first page included. */
export function cursorToSamePage(
  request: { path: string; search: URLSearchParams; now: Date },
  options: { loops?: boolean } = {},
): string {
  const { path, search, now } = request;
  const query = fingerprint(path, search);
  const text = search.get('cursor');
  return encodeCursor({
    query,
    at: text === null ? { offset: 0 } : decodeCursor(text, query, now).at,
    issuedAt: now.getTime(),
    serial: randomUUID(),
    ...options,
  });
}
