import { z } from 'zod';
import { SCOPES } from '../oauth/scopes';

const TEN_YEARS_IN_SECONDS = 10 * 365 * 24 * 60 * 60;

/** What nobody outside of Gorgias knows for sure, so that every way can be tried. */
export const behaviourSchema = z.strictObject({
  /** What `GET /api/users/0` answers. */
  userZero: z.enum(['caller', 'not-found']),
  /** The `expires_in` of token replies; the documented samples say 0. Null leaves it out. */
  expiresInSeconds: z.int().nonnegative().nullable(),
  /** Whether replies that are not 429 carry `Retry-after` too. */
  retryAfterOnSuccess: z.boolean(),
  /** Whether `GET /api/users` lists deactivated users. */
  deactivatedUsersListed: z.boolean(),
  /** Whether tokens and keys of a deactivated user stop working. */
  deactivatedCallerRefused: z.boolean(),
  /** How long a page is at most, since a server may give less than was asked for. */
  maxPageSize: z.int().min(1).max(100),
  /**
   * What a cursor names: the item it follows, or a position, so that users who
   * go between two pages make a client miss others, and users who come make
   * it see some twice.
   */
  cursorKind: z.enum(['key', 'offset']),
  /** Whether a refresh gives a new refresh token and ends the old one. */
  rotatesRefreshTokens: z.boolean(),
  /**
   * How far the clock of the account is ahead, in everything it tells: tokens,
   * times of users and events, and the `Date` header. How long tokens, codes
   * and cursors work goes by the right time.
   */
  clockSkewSeconds: z
    .int()
    .min(-TEN_YEARS_IN_SECONDS)
    .max(TEN_YEARS_IN_SECONDS),
  /**
   * The scopes an app gets at most, null being all it asks for. Holds for a
   * refresh too, so that a grant can shrink after it was made.
   */
  scopesGranted: z
    .array(z.string().refine(scope => SCOPES.has(scope), 'Unknown scope.'))
    .nullable(),
  /** Whether changes write events; if not, the list and the log contradict each other. */
  eventsRecorded: z.boolean(),
  /** Whether only admins may read the settings of the account. */
  settingsNeedAdmin: z.boolean(),
});

/** See {@link behaviourSchema}. */
export type Behaviour = z.output<typeof behaviourSchema>;

/** How an account behaves unless its data say otherwise. */
export const usualBehaviour: Behaviour = {
  userZero: 'caller',
  expiresInSeconds: 0,
  retryAfterOnSuccess: true,
  deactivatedUsersListed: true,
  deactivatedCallerRefused: true,
  maxPageSize: 100,
  cursorKind: 'key',
  rotatesRefreshTokens: false,
  clockSkewSeconds: 0,
  scopesGranted: null,
  eventsRecorded: true,
  settingsNeedAdmin: true,
};
