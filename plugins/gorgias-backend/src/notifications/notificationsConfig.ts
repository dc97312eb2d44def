import { Config } from '@backstage/config';
import { z } from 'zod';
import { readSeconds } from '../readSeconds';

/** The configuration under `gorgias.notifications`. */
export interface NotificationsConfig {
  /** Whether people are told what is theirs to do. */
  enabled: boolean;
  /** How much time is at least between two digests for somebody of a system. */
  digestIntervalSeconds: number;
}

/** What can be checked by a schema; the interval is read by {@link readDigestInterval}. */
export const notificationsSchema = z
  .object(
    {
      enabled: z.boolean({ error: 'must be true or false' }).default(true),
    },
    { error: 'must have enabled or digestInterval' },
  )
  .default({ enabled: true });

/**
 * Reads and checks how often people are told.
 *
 * @throws InputError with one line
 */
export function readDigestInterval(config: Config): number {
  return (
    readSeconds(config, 'notifications.digestInterval', 60) ?? 24 * 60 * 60
  );
}
