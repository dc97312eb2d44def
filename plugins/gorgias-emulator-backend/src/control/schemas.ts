import { z } from 'zod';
import { behaviourSchema } from '../accounts/behaviour';
import { EVENT_TYPES } from '../accounts/EventLog';
import { accessSettingsSchema } from '../accounts/seed';
import { BREAK_HOWS, isInVain } from '../breaks/Break';

const change = {
  active: z.boolean(),
  name: z.string().min(1),
  email: z.email(),
  // Any name goes, so that a role that nobody knows can be tried.
  role: z.string().min(1),
  external_id: z.string().nullable(),
  has_2fa_enabled: z.boolean().nullable(),
  has_password: z.boolean(),
  sso: z.string().min(1).nullable(),
};

/** Body of an invitation. */
export const invitationSchema = z
  .strictObject(change)
  .partial()
  .required({ name: true, email: true, role: true });

/** Body of a change of a user. */
export const userChangeSchema = z
  .strictObject({ ...change, email: change.email.nullable() })
  .partial();

/** Body of a change of the access settings. */
export const accessChangeSchema = accessSettingsSchema.partial();

/** Body of a change of what nobody outside of Gorgias knows for sure. */
export const behaviourChangeSchema = behaviourSchema.partial();

/** Body of an event that is added to the log, whether it happened or not. */
export const eventSchema = z.strictObject({
  type: z.enum(EVENT_TYPES),
  object_id: z.int().positive(),
  /** Who did it; nobody, if it was automatic. */
  user_id: z.int().positive().nullable().default(null),
});

const count = z.int().min(1).max(1000);

const breakSchema = z
  .strictObject({
    path: z
      .string()
      .regex(
        /^\/(api|oauth\/(token|revoke))(\/|$)/,
        'Must begin with /api, /oauth/token or /oauth/revoke.',
      )
      .default('/api'),
    skip: z.int().min(0).max(1000).default(0),
    count: count.default(1),
    how: z.enum(BREAK_HOWS),
  })
  .refine(each => !isInVain(each), {
    path: ['path'],
    error: 'Has no answers that can be broken like this.',
  });

/** Body of a request for trouble. */
export const faultsSchema = z
  .strictObject({
    latencyMilliseconds: z.int().min(0).max(60_000),
    failNext: z.strictObject({
      count,
      status: z.int().min(400).max(599),
      target: z.enum(['api', 'oauth']).default('api'),
    }),
    rateLimitNext: z.strictObject({
      count,
      retryAfterSeconds: z.number().nonnegative().nullable(),
    }),
    // One alone is what a form can send.
    breakNext: z.preprocess(
      value => (Array.isArray(value) ? value : [value]),
      z.array(breakSchema).max(100),
    ),
  })
  .partial();
