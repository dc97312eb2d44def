import { Freshness, VerdictStatus } from 'backstage-plugin-gorgias-common';

/**
 * A status with the time it rests on. While the plugin does not answer the
 * index stays as it is, and nobody is to take it for how things are now.
 */
export function standingText(
  status: VerdictStatus,
  { factsAt }: Freshness,
): string {
  return factsAt
    ? `${status} as read from Gorgias at ${factsAt}`
    : `${status}, nothing was read from Gorgias yet`;
}
