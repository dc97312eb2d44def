import { DateTime } from 'luxon';
import { z } from 'zod';
import { chosenText } from '../keepableText';

/**
 * What is read of Gorgias' answers: unknown fields are dropped, so that
 * nothing secret that Gorgias may send gets any further than this file.
 * Nullability after Gorgias' object reference and recorded answers.
 */

/** Gorgias writes times with or without offset, and with "T" or a space; without means UTC. */
const gorgiasTime = z.string().transform((text, ctx) => {
  const time = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' });
  if (!time.isValid) {
    ctx.addIssue({ code: 'custom', message: 'is not a date and time' });
    return z.NEVER;
  }
  return time.toUTC().toISO();
});

const orNull = <T extends z.ZodType>(type: T) => type.nullish().default(null);

/** A page of a list; the description is what problems call a record of it. */
function pageOf<T extends z.ZodType>(record: T, name: string) {
  return z
    .object({
      data: z.array(record),
      meta: z.object({ next_cursor: orNull(z.string()) }),
    })
    .describe(name);
}

/** A user of Gorgias, as `GET /api/users` lists them. */
export const userSchema = z
  .object({
    // Seen above 2^28; Gorgias documents an integer.
    id: z.number().int().nonnegative(),
    active: orNull(z.boolean()),
    email: orNull(chosenText),
    name: orNull(chosenText),
    role: orNull(z.object({ name: orNull(chosenText) })),
    meta: orNull(z.object({ sso: orNull(chosenText) })),
    client_id: orNull(z.string()),
    created_datetime: orNull(gorgiasTime),
    deactivated_datetime: orNull(gorgiasTime),
    // Not documented, so they may be absent at any time: then unknown, never false.
    has_password: orNull(z.boolean()),
    has_2fa_enabled: orNull(z.boolean()),
  })
  .describe('user');

/** One user of Gorgias, parsed. */
export type GorgiasUser = z.output<typeof userSchema>;

/** The envelope of a page of users. */
export const userPageSchema = pageOf(userSchema, 'user');

/** An event of the log, as `GET /api/events` lists them. What `data` holds is not documented, so it is not read. */
const eventSchema = z.object({
  id: z.number().int().nonnegative(),
  type: z.string(),
  object_type: orNull(z.string()),
  object_id: orNull(z.number().int()),
  user_id: orNull(z.number().int()),
  created_datetime: gorgiasTime,
});

/** One event, parsed. */
export type GorgiasEvent = z.output<typeof eventSchema>;

/** The envelope of a page of events. */
export const eventPageSchema = pageOf(eventSchema, 'event');

/** The account itself; `domain` is its subdomain. */
export const accountSchema = z.object({ domain: z.string() });

/**
 * What Gorgias tells of how people may sign in to an account. What it does
 * not tell is left out. Times are ISO 8601 in UTC and may lie ahead.
 */
export interface AccessSettingsFacts {
  /** From when passwords are off; `null`: they are not turned off. */
  ssoEnforcedAt?: string | null;
  /** From when everybody has to have a second factor; `null`: nobody has to. */
  twoFactorEnforcedAt?: string | null;
  /** The ways of single sign-on that are on, named like the `meta.sso` of users. Empty: all are off. */
  ssoWays?: string[];
}

const accessDataSchema = z.object({
  sso_enforced_datetime: gorgiasTime.nullish(),
  two_fa_enforced_datetime: gorgiasTime.nullish(),
  google_sso_enabled: orNull(z.boolean()),
  office365_sso_enabled: orNull(z.boolean()),
  // What is under the names holds client secrets of identity providers.
  custom_sso_providers: orNull(
    z.record(z.string(), z.unknown()).transform(Object.keys),
  ),
});

const accessSettingSchema = z
  .object({ data: orNull(accessDataSchema) })
  .transform(({ data }) => toAccessSettingsFacts(data));

/** The settings of an account, of which only those on access are read: `undefined` when there are none. */
export const settingsSchema = z
  .object({
    data: z.array(z.object({ type: z.string(), data: z.unknown().optional() })),
  })
  .transform(({ data }): unknown => data.find(({ type }) => type === 'access'))
  .pipe(accessSettingSchema.optional());

function toAccessSettingsFacts(
  data: z.output<typeof accessDataSchema> | null,
): AccessSettingsFacts {
  const ssoEnforcedAt = data?.sso_enforced_datetime;
  const twoFactorEnforcedAt = data?.two_fa_enforced_datetime;
  const ssoWays = data ? ssoWaysOf(data) : undefined;
  return {
    ...(ssoEnforcedAt !== undefined && { ssoEnforcedAt }),
    ...(twoFactorEnforcedAt !== undefined && { twoFactorEnforcedAt }),
    ...(ssoWays && { ssoWays }),
  };
}

/** One way that is on says enough; that none is on takes Gorgias to tell of all. */
function ssoWaysOf(
  data: z.output<typeof accessDataSchema>,
): string[] | undefined {
  const { google_sso_enabled, office365_sso_enabled, custom_sso_providers } =
    data;
  const ways = new Set([
    ...(google_sso_enabled ? ['google'] : []),
    ...(office365_sso_enabled ? ['office365'] : []),
    ...(custom_sso_providers ?? []),
  ]);
  const allTold =
    google_sso_enabled !== null &&
    office365_sso_enabled !== null &&
    custom_sso_providers !== null;
  return ways.size > 0 || allTold ? [...ways] : undefined;
}

/** Answer of the token endpoint. Gorgias sends `expires_in: 0`, so only the token itself tells. */
export const tokenSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().optional(),
});

/** Error answers: an object of the API, a string of the OAuth endpoints. */
export const errorSchema = z.object({
  error: z.union([z.string(), z.object({ msg: z.string() })]),
});

const MOST_ISSUES = 5;

/**
 * Names the fields of an answer that are not as they should be, without their
 * values. Fields of a record are named with its id, where the schema says
 * what its records are: `user 410200117: active`.
 */
export function describeIssues(
  error: z.ZodError,
  answer?: unknown,
  schema?: z.ZodType,
): string {
  const told = error.issues
    .slice(0, MOST_ISSUES)
    .map(
      ({ path, message }) =>
        `${nameOf(path, answer, schema?.description)}: ${message}`,
    );
  const more = error.issues.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function nameOf(path: PropertyKey[], answer: any, record?: string): string {
  const inList = path[0] === 'data' && typeof path[1] === 'number';
  const id = (inList ? answer?.data?.[path[1]] : answer)?.id;
  const field = path.slice(inList ? 2 : 0).join('.');
  // The id itself may be what is wrong, and then could be anything.
  return record && field && field !== 'id' && Number.isSafeInteger(id)
    ? `${record} ${id}: ${field}`
    : path.join('.') || 'answer';
}
