import {
  OffboardedPerson,
  RevocationStatus,
  TimeToRevoke,
} from 'backstage-plugin-gorgias-common';

/** How long it took to remove access, over everybody of whom that is known. */
export function timeToRevoke(
  people: ReadonlyArray<Pick<OffboardedPerson, 'tookSeconds'>>,
): TimeToRevoke {
  const seconds = people
    .map(({ tookSeconds }) => tookSeconds)
    .filter((took): took is number => took !== null)
    .sort((a, b) => a - b);
  const middle = (seconds.length - 1) / 2;
  return {
    people: seconds.length,
    medianSeconds:
      seconds.length === 0
        ? null
        : Math.round(
            (seconds[Math.floor(middle)] + seconds[Math.ceil(middle)]) / 2,
          ),
    worstSeconds: seconds.at(-1) ?? null,
  };
}

/** How many people have each status; every status has an entry. */
export function countByStatus(
  people: ReadonlyArray<Pick<OffboardedPerson, 'status'>>,
): Record<RevocationStatus, number> {
  const counts = { active: 0, revoked: 0, 'not-found': 0 };
  for (const { status } of people) {
    counts[status] += 1;
  }
  return counts;
}
