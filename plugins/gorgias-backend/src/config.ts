import { DueDays } from 'backstage-plugin-gorgias-checks';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { ConnectionMethod } from 'backstage-plugin-gorgias-common';
import { z } from 'zod';
import { checksSchema } from './checks/dueDays';
import { EvidenceConfig, readEvidenceConfig } from './evidence/evidenceConfig';
import { ExceptionTerms, exceptionTermsSchema } from './exceptions/terms';
import { Matching, matchingSchema } from './identities/matching';
import { CatalogStaffOptions } from './staff/CatalogStaffSource';
import { staffSchema } from './staff/staffConfig';
import {
  NotificationsConfig,
  notificationsSchema,
  readDigestInterval,
} from './notifications/notificationsConfig';
import { MassChangeLimits } from './sync/massChange';
import { Webhook, webhooksSchema } from './webhooks/webhooksConfig';

/** The configuration under `gorgias`, checked. */
export interface GorgiasConfig {
  /** Address of an account, with `{subdomain}` in it. */
  baseUrl: string;
  /** `undefined` where only API keys are used. */
  oauth: { clientId: string; clientSecret: string } | undefined;
  /** The ways to connect that are allowed, the best first. */
  connectMethods: ConnectionMethod[];
  encryptionKeys: Array<{ id: string; secret: string }>;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How long the scheduler lets a task run, of the schedule. */
  timeoutSeconds: number;
  staleAfterSeconds: number;
  massChange: MassChangeLimits;
  /** By when failing verdicts should be fixed. */
  dueDays: DueDays;
  exceptions: ExceptionTerms;
  matching: Matching;
  staff: CatalogStaffOptions;
  evidence: EvidenceConfig;
  notifications: NotificationsConfig;
  webhooks: Webhook[];
}

const required = (what: string) =>
  z
    .string({ error: `is missing; ${what}` })
    .trim()
    .min(1, `is empty; ${what}`);

const NO_OAUTH =
  'is missing; enter the clientId and clientSecret of your Gorgias OAuth app, or set gorgias.apiKey.enabled to connect by API keys alone';

const schema = z
  .object({
    baseUrl: z
      .string({ error: 'must be text' })
      .default('https://{subdomain}.gorgias.com')
      .superRefine(checkBaseUrl),
    oauth: z
      .object(
        {
          clientId: required('enter the client id of your Gorgias OAuth app'),
          clientSecret: required(
            'enter the client secret of your Gorgias OAuth app',
          ),
        },
        { error: NO_OAUTH },
      )
      .optional(),
    apiKey: z
      .object({
        enabled: z.boolean({ error: 'must be true or false' }).default(false),
      })
      .default({ enabled: false }),
    sync: z
      .object({
        massChange: z
          .object({
            share: z
              .number({ error: 'must be a number from 0 to 1' })
              .min(0, 'must be a number from 0 to 1')
              .max(1, 'must be a number from 0 to 1')
              .default(0.2),
            minimum: z
              .number({ error: 'must be a whole number of at least 1' })
              .int('must be a whole number of at least 1')
              .min(1, 'must be a whole number of at least 1')
              .default(5),
          })
          .default({ share: 0.2, minimum: 5 }),
      })
      .default({ massChange: { share: 0.2, minimum: 5 } }),
    encryption: z.object(
      {
        keys: z
          .array(
            z.object({
              id: required('name the key').regex(
                /^[A-Za-z0-9_-]{1,40}$/,
                'may have only letters, digits, "-" and "_", at most 40',
              ),
              secret: required('enter random text').min(
                32,
                'is too short; it needs at least 32 characters of random text',
              ),
            }),
            { error: 'is missing; enter a list of keys with id and secret' },
          )
          .min(1, 'is empty; enter at least one key')
          .refine(
            keys => new Set(keys.map(key => key.id)).size === keys.length,
            'has two keys with the same id; give each its own',
          ),
      },
      {
        error:
          'is missing; enter at least one key under gorgias.encryption.keys',
      },
    ),
    checks: checksSchema,
    exceptions: exceptionTermsSchema,
    identities: matchingSchema,
    notifications: notificationsSchema,
    staff: staffSchema,
    webhooks: webhooksSchema,
  })
  .refine(({ oauth, apiKey }) => oauth || apiKey.enabled, {
    path: ['oauth'],
    error: NO_OAUTH,
    // Also when something else is wrong, to have all of it in one line.
    when: ({ value }) => typeof value === 'object',
  });

/**
 * Reads and checks the configuration of the plugin.
 *
 * @throws InputError with one line that names every wrong key, what is wrong
 * with it and what to do. Values are never repeated, they may be secret.
 */
export function readGorgiasConfig(rootConfig: Config): GorgiasConfig {
  if (!rootConfig.has('gorgias')) {
    throw new InputError(
      'Invalid configuration: gorgias is missing; configure gorgias.oauth and gorgias.encryption, or remove the Gorgias plugin from the backend',
    );
  }
  const config = rootConfig.getConfig('gorgias');
  const parsed = schema.safeParse(config.get());
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `gorgias.${issue.path.join('.')} ${issue.message}`,
    );
    throw new InputError(`Invalid configuration: ${problems.join('. ')}`);
  }
  const { baseUrl, oauth, apiKey, checks, encryption, exceptions } =
    parsed.data;
  const { identities, notifications, sync, staff, webhooks } = parsed.data;
  const schedule = readSchedule(config);
  return {
    baseUrl,
    oauth,
    connectMethods: [
      ...(oauth ? ['oauth' as const] : []),
      ...(apiKey.enabled ? ['api-key' as const] : []),
    ],
    encryptionKeys: encryption.keys,
    schedule,
    timeoutSeconds: durationToMilliseconds(schedule.timeout) / 1000,
    staleAfterSeconds: readStaleAfterSeconds(config),
    massChange: sync.massChange,
    dueDays: checks,
    exceptions,
    matching: identities,
    staff,
    evidence: readEvidenceConfig(config),
    notifications: {
      ...notifications,
      digestIntervalSeconds: readDigestInterval(config),
    },
    webhooks,
  };
}

function checkBaseUrl(value: string, ctx: z.core.$RefinementCtx<string>) {
  const problem = (message: string) =>
    ctx.addIssue({ code: 'custom', message });
  if (value.split('{subdomain}').length !== 2) {
    problem('must have {subdomain} in it exactly once');
    return;
  }
  const example = URL.canParse(value.replace('{subdomain}', 'acme'))
    ? new URL(value.replace('{subdomain}', 'acme'))
    : undefined;
  if (!example) {
    problem('is not a URL, such as https://{subdomain}.gorgias.com');
  } else if (example.username || example.search || example.hash) {
    problem('may have no user name, query or fragment');
  } else if (
    example.protocol !== 'https:' &&
    !['localhost', '127.0.0.1'].includes(example.hostname)
  ) {
    problem('must begin with https:// since tokens are sent there');
  }
}

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  if (!config.has('sync.schedule')) {
    return {
      frequency: { minutes: 15 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 10 },
    };
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig('sync.schedule'),
    );
  } catch (error) {
    throw new InputError(
      `Invalid configuration: gorgias.sync.schedule is not a schedule with frequency and timeout: ${error}`,
    );
  }
}

function readStaleAfterSeconds(config: Config): number {
  if (!config.has('sync.staleAfter')) {
    return 2 * 60 * 60;
  }
  let milliseconds: number;
  try {
    milliseconds = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'sync.staleAfter' }),
    );
  } catch (error) {
    throw new InputError(
      `Invalid configuration: gorgias.sync.staleAfter is not a duration such as { hours: 2 }: ${error}`,
    );
  }
  if (milliseconds < 60_000) {
    throw new InputError(
      'Invalid configuration: gorgias.sync.staleAfter is shorter than a minute; no schedule could keep facts that fresh',
    );
  }
  return milliseconds / 1000;
}
