import { CHECK_IDS, VERDICT_STATUSES } from 'backstage-plugin-gorgias-common';
import type { z } from 'zod/v3';
import { LIMITS } from '../openapi/limits';

/** The Zod that the actions registry hands out. */
export type Zod = typeof z;

/** Which system is meant. */
export function systemRef(zod: Zod) {
  return zod
    .string()
    .max(LIMITS.entityRefLength)
    .describe(
      'Entity ref of the critical system, such as "resource:default/gorgias". list-critical-systems tells which there are.',
    );
}

/** Which check is meant, or was judged by. */
export function checkId(zod: Zod) {
  return zod.enum(CHECK_IDS);
}

/** How something stands. */
export function status(zod: Zod) {
  return zod
    .enum(VERDICT_STATUSES)
    .describe(
      'Only "passing" is passing: "stale" facts are too old to tell, "unknown" is not told by Gorgias, and "exempt" fails but is tolerated for a while.',
    );
}

/** How old the facts are. */
export function freshness(zod: Zod) {
  return zod.object({
    factsAt: zod
      .string()
      .nullable()
      .describe('When the last complete read began; null before the first.'),
    staleAfterSeconds: zod.number(),
    stale: zod
      .boolean()
      .describe(
        'Whether the facts are too old for anything to count as passing.',
      ),
  });
}

/** Something that a person has to write, and others will read. */
export function words(zod: Zod) {
  return zod.string().min(1).max(LIMITS.wordsLength);
}

/** A time in ISO 8601. */
export function time(zod: Zod) {
  return zod.string().datetime({ offset: true });
}
