import { generateKeyPairSync } from 'node:crypto';
import { JsonObject } from '../canonical';
import {
  bodyHashOf,
  contentHashOf,
  entryHashOf,
  LedgerEntry,
  NO_HASH,
  scopeOf,
} from '../entry';
import { signHead, SignedHead } from '../head';
import {
  REVOKED,
  reviewBody,
  reviewItem,
  SEEN_DONE,
  SIGNED_OFF,
} from './makeReview';
import { BundleSource, writeBundle } from '../writeBundle';

export const SYSTEM = 'resource:default/gorgias';
export const OTHER = 'resource:default/zendesk';
export const SAM = 'user:default/sam.rivers';

/** Keys for one test run; nothing else is signed with them. */
export const keys = generateKeyPairSync('ed25519');
export const KEY = { keyId: 'k1', privateKey: keys.privateKey };

const row = (accountId: string, more: object = {}): JsonObject => ({
  accountId,
  name: `Person ${accountId}`,
  email: `person.${accountId}@acme.example`,
  gorgiasRole: 'agent',
  kind: 'human',
  state: 'active',
  identity: { type: 'unidentified' },
  verdicts: {
    'mfa-enabled': { status: 'failing', since: '2026-12-01T00:00:00.000Z' },
  },
  ...more,
});

/** What happened, in December 2026. */
export type Event = [
  at: string,
  kind: string,
  subject: string,
  body: JsonObject,
];

const EVENTS: Event[] = [
  ['01T00:00', 'connection', SYSTEM, { state: 'connected' }],
  ['01T00:01', 'sync-run', OTHER, { outcome: 'failed' }],
  [
    '01T00:02',
    'population-snapshot',
    SYSTEM,
    {
      part: 1,
      of: 2,
      factsAt: '2026-12-01T00:02:00.000Z',
      staleAfterSeconds: 7200,
      rows: [
        row('1', {
          identity: {
            type: 'staff-member',
            staffRef: SAM,
            displayName: 'Sam Rivers',
            staffState: 'current',
          },
        }),
        row('2', { name: '=HYPERLINK("http://evil.example")' }),
      ],
      accessRule: {
        revision: 1,
        spec: { type: 'all-staff' },
        updatedBy: SAM,
        updatedAt: '2026-11-30T00:00:00.000Z',
      },
      exceptions: [],
    },
  ],
  ['01T00:02', 'population-part', SYSTEM, { part: 2, of: 2, rows: [row('3')] }],
  ['02T09:00', 'staff', SAM, { after: { state: 'offboarded' } }],
  ['02T09:00', 'staff', 'user:default/nobody', { after: { state: 'current' } }],
  [
    '02T09:01',
    'exception',
    SYSTEM,
    {
      accountId: '2',
      checkId: 'mfa-enabled',
      by: SAM,
      after: {
        id: 'e1',
        status: 'requested',
        reason: 'Needs a "key", still',
        until: '2027-01-01T00:00:00.000Z',
        requestedBy: SAM,
        twoPersonRule: true,
      },
    },
  ],
  [
    '02T10:00',
    'exception',
    SYSTEM,
    {
      accountId: '2',
      checkId: 'mfa-enabled',
      by: 'user:default/ivy',
      after: { id: 'e1', status: 'approved', decidedBy: 'user:default/ivy' },
    },
  ],
  [
    '03T08:00',
    'access-rule',
    SYSTEM,
    {
      by: SAM,
      after: {
        revision: 2,
        spec: { type: 'org-roles', orgRoles: ['group:default/support'] },
      },
    },
  ],
  [
    '03T09:00',
    'sync-run',
    SYSTEM,
    {
      outcome: 'complete',
      factsAt: '2026-12-03T09:00:00.000Z',
      staleAfterSeconds: 7200,
    },
  ],
  [
    '03T09:00',
    'population-change',
    SYSTEM,
    {
      part: 1,
      of: 1,
      rows: [row('4')],
      removed: ['3'],
      system: {
        isCritical: true,
        rule: { type: 'org-roles', orgRoles: ['group:default/support'] },
        signInSettings: {
          ssoEnforced: null,
          twoFactorEnforced: null,
          twoFactorEnforcedAt: null,
          ssoWays: null,
        },
        accessControl: {
          coveredStaff: 0,
          coveredAccounts: 0,
          missingOrgRoles: ['group:default/support'],
          missingPeople: [],
        },
        verdict: { status: 'failing', since: '2026-12-03T08:00:00.000Z' },
      },
    },
  ],
  ['03T09:30', 'review', SYSTEM, reviewBody('started', [reviewItem('4')])],
  [
    '03T09:40',
    'review',
    SYSTEM,
    reviewBody('decided', [reviewItem('4', REVOKED)]),
  ],
  [
    '03T09:50',
    'review',
    SYSTEM,
    reviewBody('signed-off', [reviewItem('4', REVOKED)], SIGNED_OFF),
  ],
  [
    '03T09:55',
    'review',
    SYSTEM,
    reviewBody(
      'followed-up',
      [reviewItem('4', { ...REVOKED, ...SEEN_DONE })],
      SIGNED_OFF,
    ),
  ],
  ['05T09:00', 'population-change', SYSTEM, { rows: [], removed: ['1'] }],
];

/** A ledger of a few days, with a head every third entry and after the last. More may happen before that. */
export function makeLedger(more: Event[] = []): {
  entries: LedgerEntry[];
  heads: SignedHead[];
} {
  const events = [...EVENTS.slice(0, -1), ...more, ...EVENTS.slice(-1)];
  const entries: LedgerEntry[] = [];
  const heads: SignedHead[] = [];
  let previousHash = NO_HASH;
  events.forEach(([time, kind, subject, event], index) => {
    const sequence = index + 1;
    const body = { ...event, nonce: `nonce-${sequence}` };
    const isStaff = kind === 'staff';
    const content = {
      id: `id-${sequence}`,
      at: `2026-12-${time}:00.000Z`,
      kind,
      entityRef: isStaff ? null : subject,
      bodyHash: bodyHashOf(body),
    };
    const scope = scopeOf(subject);
    const contentHash = contentHashOf(content);
    const hash = entryHashOf({ sequence, scope, contentHash, previousHash });
    entries.push({ ...content, sequence, scope, body, previousHash, hash });
    if (sequence % 3 === 0 || sequence === events.length) {
      heads.push(signHead({ sequence, hash, signedAt: content.at }, KEY));
    }
    previousHash = hash;
  });
  return { entries, heads };
}

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

/** The last entry of the system that happened until a time. */
export function throughOf(entries: readonly LedgerEntry[], to: string): number {
  return (
    entries.findLast(({ at, entityRef }) => entityRef === SYSTEM && at <= to)
      ?.sequence ?? 0
  );
}

/** What a bundle of the whole ledger is made from. */
export function makeSource(
  options: Partial<BundleSource> = {},
  { entries, heads } = makeLedger(),
): BundleSource {
  const period = {
    from: '2026-12-01T12:00:00.000Z',
    to: '2026-12-03T10:00:00.000Z',
    ...options.period,
  };
  return {
    product: { name: 'backstage-plugin-gorgias-backend', version: '0.1.0' },
    system: { entityRef: SYSTEM, title: 'Gorgias' },
    period,
    createdAt: '2026-12-06T00:00:00.000Z',
    createdBy: 'user:default/ivy',
    ledger: {
      first: 1,
      last: entries.length,
      through: throughOf(entries, period.to),
    },
    entries: each(entries),
    scopes: new Set([SYSTEM, SAM].map(scopeOf)),
    heads,
    key: KEY,
    ...options,
  };
}

/** The bytes of a bundle. */
export async function makeBundle(source = makeSource()): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of writeBundle(source)) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
