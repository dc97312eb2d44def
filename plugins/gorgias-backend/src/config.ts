import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

/** The configuration under `gorgias`, checked. */
export interface GorgiasConfig {
  /** Address of an account, with `{subdomain}` in it. */
  baseUrl: string;
  oauth: { clientId: string; clientSecret: string };
  encryptionKeys: Array<{ id: string; secret: string }>;
  schedule: SchedulerServiceTaskScheduleDefinition;
  staleAfterSeconds: number;
  staff: {
    filter: Record<string, string | string[]>;
    offboardedAnnotation: string;
  };
}

const required = (what: string) =>
  z
    .string({ error: `is missing; ${what}` })
    .trim()
    .min(1, `is empty; ${what}`);

const schema = z.object({
  baseUrl: z
    .string({ error: 'must be text' })
    .default('https://{subdomain}.gorgias.com')
    .superRefine(checkBaseUrl),
  oauth: z.object(
    {
      clientId: required('enter the client id of your Gorgias OAuth app'),
      clientSecret: required(
        'enter the client secret of your Gorgias OAuth app',
      ),
    },
    {
      error:
        'is missing; enter the clientId and clientSecret of your Gorgias OAuth app',
    },
  ),
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
      error: 'is missing; enter at least one key under gorgias.encryption.keys',
    },
  ),
  staff: z
    .object({
      filter: z
        .record(z.string(), z.union([z.string(), z.array(z.string())]))
        .default({}),
      offboarded: z
        .object({ annotation: required('name an annotation').optional() })
        .default({}),
    })
    .default({ filter: {}, offboarded: {} }),
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
  const { baseUrl, oauth, encryption, staff } = parsed.data;
  return {
    baseUrl,
    oauth,
    encryptionKeys: encryption.keys,
    schedule: readSchedule(config),
    staleAfterSeconds: readStaleAfterSeconds(config),
    staff: {
      filter: staff.filter,
      offboardedAnnotation:
        staff.offboarded.annotation ?? 'gorgias.com/offboarded-on',
    },
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
