import { VERDICT_STATUSES } from 'backstage-plugin-gorgias-common';
import { accessStatus } from './accessStatus';

const freshness = {
  factsAt: '2026-11-26T10:00:00.000Z',
  staleAfterSeconds: 7200,
  stale: false,
};

describe('accessStatus', () => {
  it('has the level info for passing, and for nothing else', () => {
    const levels = VERDICT_STATUSES.map(status => [
      status,
      accessStatus({ status, freshness }).level,
    ]);
    expect(Object.fromEntries(levels)).toEqual({
      failing: 'error',
      unknown: 'warning',
      stale: 'warning',
      'not-configured': 'warning',
      exempt: 'warning',
      passing: 'info',
      'not-applicable': 'warning',
    });
  });

  it('says of each status something else, and when it was read', () => {
    const messages = VERDICT_STATUSES.map(
      status => accessStatus({ status, freshness }).message,
    );
    expect(new Set(messages).size).toBe(VERDICT_STATUSES.length);
    for (const message of messages) {
      expect(message).toMatch(
        /^[A-Z].*\w\. Read from Gorgias at 2026-11-26T10:00:00\.000Z\.$/,
      );
    }
    expect(
      accessStatus({
        status: 'not-configured',
        freshness: { ...freshness, factsAt: null },
      }).message,
    ).toMatch(/\. Nothing was read from Gorgias yet\.$/);
  });
});
