import { ResponseError } from '@backstage/errors';

/** What the backend said was wrong, without the wrapping that names only the HTTP status. */
export function errorMessage(error: unknown): string {
  if (ResponseError.is(error)) {
    return error.cause.message;
  }
  return error instanceof Error ? error.message : String(error);
}
