export const status = {
  failing: 'Failing',
  unknown: 'Unknown',
  stale: 'Stale',
  'not-configured': 'Not configured',
  exempt: 'Exempt',
  passing: 'Passing',
  'not-applicable': 'Not applicable',
} as const;
