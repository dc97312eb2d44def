import {
  dueAt,
  removedAt,
  secondsToRemove,
  wasUsedAfterLeaving,
} from 'backstage-plugin-gorgias-checks';
import { anAccount } from '../__testUtils__/subjects';

const MORNING = '2026-10-30T09:00:00.000Z';
const NOON = '2026-10-30T12:00:00.000Z';
const DAY = '2026-10-30T00:00:00.000Z';

describe('wasUsedAfterLeaving', () => {
  it.each([
    { left: MORNING, logIn: NOON, used: true },
    { left: MORNING, logIn: '2026-10-30T09:00:00.001Z', used: true },
    { left: MORNING, logIn: MORNING, used: false },
    { left: NOON, logIn: MORNING, used: false },
    // In another writing of the time.
    { left: NOON, logIn: '2026-10-30T12:00:00.000000+00:00', used: false },
    { left: NOON, logIn: '2026-10-30T13:30:00+01:00', used: true },
    // Only the day is known, and whoever leaves on it may work on it.
    { left: DAY, logIn: MORNING, used: false },
    { left: DAY, logIn: '2026-10-30T23:59:59.999Z', used: false },
    { left: DAY, logIn: '2026-10-31T00:00:00.000Z', used: true },
    { left: DAY, logIn: '2026-10-29T12:00:00.000Z', used: false },
    { left: null, logIn: NOON, used: false },
    { left: NOON, logIn: null, used: false },
  ])('left at $left, logged in at $logIn: $used', ({ left, logIn, used }) => {
    expect(wasUsedAfterLeaving(left, logIn)).toBe(used);
  });
});

describe('removedAt', () => {
  it.each([
    { account: anAccount(), removed: null },
    {
      account: anAccount({ state: 'active', deactivatedAt: MORNING }),
      removed: null,
    },
    {
      account: anAccount({ state: 'deactivated', deactivatedAt: MORNING }),
      removed: MORNING,
    },
    { account: anAccount({ state: 'deactivated' }), removed: null },
    { account: anAccount({ state: 'gone', goneAt: NOON }), removed: NOON },
    {
      account: anAccount({
        state: 'gone',
        deactivatedAt: MORNING,
        goneAt: NOON,
      }),
      removed: MORNING,
    },
  ])('$account.state: $removed', ({ account, removed }) => {
    expect(removedAt(account)).toBe(removed);
  });
});

describe('secondsToRemove', () => {
  it.each([
    { left: MORNING, removed: NOON, seconds: 3 * 3600 },
    { left: NOON, removed: MORNING, seconds: 0 },
    { left: null, removed: NOON, seconds: null },
    { left: NOON, removed: null, seconds: null },
  ])('$left to $removed: $seconds', ({ left, removed, seconds }) => {
    expect(secondsToRemove(left, removed)).toBe(seconds);
  });
});

describe('dueAt', () => {
  it('counts whole days, whatever clocks do meanwhile', () => {
    expect(dueAt('2026-10-24T12:00:00.000Z', 2)).toBe(
      '2026-10-26T12:00:00.000Z',
    );
    expect(dueAt(NOON, 0.5)).toBe('2026-10-31T00:00:00.000Z');
    expect(dueAt(null, 1)).toBeNull();
  });
});
