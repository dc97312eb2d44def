/** The checks that judge accounts, and what they are called. */
export const CHECKS: ReadonlyArray<[checkId: string, title: string]> = [
  ['user-identified', 'User should be identified'],
  [
    'offboarded-access-removed',
    'Gorgias access should be removed for offboarded user',
  ],
  ['mfa-enabled', 'User should have MFA enabled'],
  ['access-valid', 'User access to Critical System should be valid'],
];

/** What a verdict can be, the worst first. */
export const STATUSES = [
  'failing',
  'unknown',
  'stale',
  'not-configured',
  'exempt',
  'passing',
  'not-applicable',
] as const;

/** What a verdict can be. */
export type Status = (typeof STATUSES)[number];

/** How many there are of each. */
export type Counts = Record<Status, number>;

/** None of any. */
export function noCounts(): Counts {
  return Object.fromEntries(STATUSES.map(status => [status, 0])) as Counts;
}

/** Whether a verdict can be this. */
export function isStatus(status: string | undefined): status is Status {
  return (STATUSES as readonly (string | undefined)[]).includes(status);
}

/** What a verdict is once its facts are older than allowed. */
export function whenStale(status: string): string {
  return ['not-applicable', 'not-configured'].includes(status)
    ? status
    : 'stale';
}

/** How an account stands by all of its verdicts together. */
export function worstOf(statuses: readonly string[]): Status {
  return STATUSES.find(status => statuses.includes(status)) ?? 'not-applicable';
}
