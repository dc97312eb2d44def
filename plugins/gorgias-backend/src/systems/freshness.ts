import { Freshness } from 'backstage-plugin-gorgias-common';

/** How current facts are that were read at a time, or never. */
export function freshnessOf(
  factsAt: string | null,
  staleAfterSeconds: number,
  now: Date,
): Freshness {
  return {
    factsAt,
    staleAfterSeconds,
    stale:
      factsAt !== null &&
      now.toISOString() > staleSince(factsAt, staleAfterSeconds),
  };
}

/** When facts turn stale. */
export function staleSince(factsAt: string, staleAfterSeconds: number): string {
  return new Date(Date.parse(factsAt) + staleAfterSeconds * 1000).toISOString();
}
