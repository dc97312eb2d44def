export const counts = {
  failing: '{{n, number}} failing',
  unknown: '{{n, number}} unknown',
  stale: '{{n, number}} stale',
  'not-configured': '{{n, number}} not configured',
  exempt: '{{n, number}} exempt',
  passing: '{{n, number}} passing',
  'not-applicable': '{{n, number}} not applicable',
  none: 'Nothing to judge',
} as const;
