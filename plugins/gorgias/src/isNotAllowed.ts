import { ResponseError } from '@backstage/errors';

/** Whether the backend refused something to somebody who lacks a permission: asking again would not help, and nothing is broken. */
export function isNotAllowed(error: unknown): boolean {
  return ResponseError.is(error) && error.statusCode === 403;
}
