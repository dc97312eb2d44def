import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { behaviourSchema, usualBehaviour } from './behaviour';
import { largeAccount } from './largeAccount';

const datetime = z.string().regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}/);

const userSchema = z.strictObject({
  id: z.int().positive(),
  active: z.boolean().default(true),
  bio: z.string().nullable().default(null),
  /** Set for service accounts only; otherwise Gorgias leaves it out. */
  client_id: z.string().nullable().optional(),
  country: z.string().length(2).nullable().default(null),
  created_datetime: datetime,
  deactivated_datetime: datetime.nullable().default(null),
  email: z.string().nullable(),
  external_id: z.string().nullable().default(null),
  firstname: z.string(),
  lastname: z.string(),
  /** Undocumented at Gorgias, so it may be missing. */
  has_2fa_enabled: z.boolean().nullable().optional(),
  /** Undocumented at Gorgias, so it may be missing. */
  has_password: z.boolean().nullable().optional(),
  language: z.string().nullable().default(null),
  meta: z
    .strictObject({
      sso: z.string().nullable(),
      profile_picture_url: z.string().nullable(),
    })
    .nullable(),
  name: z.string(),
  role: z.strictObject({ name: z.string() }),
  timezone: z.string().default('UTC'),
  updated_datetime: datetime.nullable().default(null),
});

/** The settings of type `access`: how people may join and log in. */
export const accessSettingsSchema = z.strictObject({
  signup_mode: z.enum(['invite', 'allowed-domains']),
  allowed_domains: z.array(z.string()).optional(),
  google_sso_enabled: z.boolean().optional(),
  office365_sso_enabled: z.boolean().optional(),
  two_fa_enforced_datetime: datetime.nullable().optional(),
  sso_enforced_datetime: datetime.nullable().optional(),
  skip_2fa_after_sso_datetime: datetime.nullable().optional(),
  custom_sso_providers: z
    .record(
      z.string(),
      z.strictObject({
        name: z.string(),
        client_id: z.string(),
        client_secret: z.string(),
        server_metadata_url: z.url(),
      }),
    )
    .optional(),
});

const accountSchema = z.strictObject({
  subdomain: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/)
    .refine(subdomain => subdomain !== 'control', {
      error: 'The subdomain "control" is taken by the control API.',
    }),
  created_datetime: datetime,
  plan: z.enum(['starter', 'basic', 'pro', 'advanced', 'enterprise']),
  /** The API key of every user of the account. */
  apiKey: z.string(),
  behaviour: behaviourSchema
    .partial()
    .optional()
    .transform(behaviour => ({ ...usualBehaviour, ...behaviour })),
  settings: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({
        id: z.int(),
        type: z.literal('access'),
        data: accessSettingsSchema,
      }),
      z.strictObject({
        id: z.int(),
        type: z.literal('business-hours'),
        data: z.record(z.string(), z.unknown()),
      }),
    ]),
  ),
  users: z.array(userSchema),
});

/** A user as Gorgias' API shows it, without `uri`. */
export type GorgiasUser = z.output<typeof userSchema>;
/** See {@link accessSettingsSchema}. */
export type AccessSettings = z.output<typeof accessSettingsSchema>;
/** What an account starts with, defaults filled in. */
export type AccountData = z.output<typeof accountSchema>;

/**
 * What an account of the emulator starts with, and goes back to on a reset.
 *
 * @public
 */
export type AccountSeed = z.input<typeof accountSchema>;

/** Checks seeds and fills in their defaults. */
export function parseSeeds(seeds: AccountSeed[]): AccountData[] {
  const parsed = z.array(accountSchema).safeParse(seeds);
  if (!parsed.success) {
    throw new Error(
      `The accounts of the Gorgias emulator are not valid:\n${z.prettifyError(
        parsed.error,
      )}`,
    );
  }
  return parsed.data;
}

/**
 * The accounts the emulator has unless told otherwise: those of
 * `data/accounts.json`, and `acme-large` with 250 users.
 *
 * @public
 */
export function loadSeeds(): AccountSeed[] {
  const file = resolvePackagePath(
    'backstage-plugin-gorgias-emulator-backend',
    'data/accounts.json',
  );
  return [...JSON.parse(readFileSync(file, 'utf8')), largeAccount()];
}
