import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Response } from 'express';
import { ApiError } from '../api/ApiError';
import { page } from '../html';
import { FOREIGN_URL } from './pages';

const HUGE_BYTES = 200 * 1024 * 1024;

/** Answers well, but with a page for people. */
export function sendHtml(res: Response): void {
  page(res, {
    title: 'We will be back soon',
    body: '<p>Gorgias is being maintained.</p>',
  });
}

/** Ends the connection before any byte. */
export function reset(res: Response): void {
  res.socket?.resetAndDestroy();
}

/** Sends a client that follows redirects to another host. */
export function redirectAway(res: Response): void {
  res.redirect(302, FOREIGN_URL);
}

/** Sends a list that is much longer than any real one, without announcing its length. */
export async function sendHuge(res: Response): Promise<void> {
  res.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    // A compressing host would make it short.
    'Cache-Control': 'no-store, no-transform',
  });
  try {
    await pipeline(Readable.from(hugeList()), res);
  } catch {
    // The client has gone, as it should.
  }
}

/** Refuses with an error, in the words of the API or of OAuth. */
export function refuse(res: Response, error: ApiError, path: string): void {
  const isOAuth = path.startsWith('/oauth');
  const code = error.status === 401 ? 'invalid_client' : 'access_denied';
  res.status(error.status).json(isOAuth ? { error: code } : error);
}

function* hugeList(): Generator<Buffer> {
  yield Buffer.from('{"object":"list","data":[');
  const record = '{"id":410200117,"name":"Maya Ortiz","active":true},';
  const chunk = Buffer.from(record.repeat(1300));
  for (let sent = 0; sent < HUGE_BYTES; sent += chunk.length) {
    yield chunk;
  }
  yield Buffer.from('null],"meta":{"prev_cursor":null,"next_cursor":null}}');
}
