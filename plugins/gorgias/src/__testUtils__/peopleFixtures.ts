import {
  AccessException,
  HistoryEntry,
  OffboardedPerson,
} from 'backstage-plugin-gorgias-common';
import { minutesAgo } from './fixtures';

const DAY_MINUTES = 60 * 24;

/** An exception of the account of the front desk that waits for a decision. */
export function exception(
  overrides: Partial<AccessException> = {},
): AccessException {
  return {
    id: 'exception-1',
    accountId: '8',
    checkId: 'user-identified',
    reason: 'The reception shares it until the new desk opens.',
    reference: 'IT-42',
    requestedBy: 'user:default/maya.ortiz',
    requestedAt: minutesAgo(30),
    until: minutesAgo(-30 * DAY_MINUTES),
    status: 'requested',
    twoPersonRule: true,
    etag: 'exception-etag-1',
    ...overrides,
  };
}

/** Somebody who left ten days ago and still has an active account. */
export function offboardedPerson(
  overrides: Partial<OffboardedPerson> = {},
): OffboardedPerson {
  return {
    staffRef: 'user:default/tomasz.kowalski',
    displayName: 'Tomasz Kowalski',
    offboardedAt: minutesAgo(10 * DAY_MINUTES),
    offboardedGround: 'mark',
    status: 'active',
    dueAt: minutesAgo(9 * DAY_MINUTES),
    removedAt: null,
    tookSeconds: null,
    usedAfterLeaving: false,
    accounts: [
      {
        id: '9',
        name: 'Tomasz Kowalski',
        email: 'tomasz.kowalski@acme.example',
        gorgiasRole: 'agent',
        state: 'active',
        removedAt: null,
        lastLogInAt: null,
      },
    ],
    etag: 'person-etag-1',
    ...overrides,
  };
}

/** A verdict that has begun to fail. */
export function historyEntry(
  overrides: Partial<HistoryEntry> = {},
): HistoryEntry {
  return {
    id: 'entry-1',
    at: minutesAgo(60),
    kind: 'verdict',
    accountId: '8',
    checkId: 'user-identified',
    before: { status: 'passing' },
    after: { status: 'failing' },
    ...overrides,
  };
}
