import { createHash } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import { Request } from 'express';

/** Stands for a state of something, as plain JSON; the same state has the same etag. */
export function etagOf(state: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(state) ?? '')
    .digest('base64url')
    .slice(0, 22);
}

/**
 * The etag that a request says it has read.
 *
 * @throws InputError when it names none
 */
export function ifMatch(req: Request<any>): string {
  const value = req.get('If-Match')?.trim() ?? '';
  const etag = /^(?:W\/)?"([^"]+)"$/.exec(value)?.[1];
  if (etag === undefined) {
    throw new InputError(
      'If-Match: is not an etag in quotation marks; send the one of what you have read',
    );
  }
  return etag;
}

/** @throws ConflictError when what is changed is not what was read */
export function requireSame(current: string, read: string, what: string): void {
  requireUnchanged(current === read, what);
}

/** @throws ConflictError when somebody was faster */
export function requireUnchanged(unchanged: boolean, what: string): void {
  if (!unchanged) {
    throw new ConflictError(
      `If-Match: somebody else has changed ${what} since you read it; read it again and repeat your change`,
    );
  }
}
