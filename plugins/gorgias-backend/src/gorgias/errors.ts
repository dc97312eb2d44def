/**
 * What went wrong between us and Gorgias:
 *
 * - `unreachable`: no answer, or a server error; trying later may help
 * - `rate-limited`: too many requests; trying later helps
 * - `unknown-account`: there is no account of that subdomain
 * - `not-found`: the account has no such thing
 * - `unauthorized`: the access token or API key is not accepted (any more)
 * - `grant-revoked`: the refresh token is not accepted any more; reconnect
 * - `forbidden`: the connected user or the scopes do not allow it
 * - `refused`: Gorgias found the request wrong
 * - `bad-answer`: the answer is not what Gorgias documents
 * - `inconsistent`: the pages of a list do not fit together; reading it again
 *   may help
 */
export type GorgiasErrorKind =
  | 'unreachable'
  | 'rate-limited'
  | 'unknown-account'
  | 'not-found'
  | 'unauthorized'
  | 'grant-revoked'
  | 'forbidden'
  | 'refused'
  | 'bad-answer'
  | 'inconsistent';

/** A failed exchange with Gorgias. The message is fit to be shown, it holds no secret. */
export class GorgiasError extends Error {
  readonly kind: GorgiasErrorKind;

  constructor(kind: GorgiasErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'GorgiasError';
    this.kind = kind;
  }
}

/** Whether something thrown is a {@link GorgiasError} of one of these kinds. */
export function isGorgiasError(
  error: unknown,
  ...kinds: GorgiasErrorKind[]
): error is GorgiasError {
  return (
    error instanceof GorgiasError &&
    (kinds.length === 0 || kinds.includes(error.kind))
  );
}
