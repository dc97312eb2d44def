import {
  AccountRow,
  CheckId,
  message,
  Message,
  PendingTask,
  sayInEnglish,
  SystemSummary,
  Verdict,
} from 'backstage-plugin-gorgias-common';
import { aKnownAccount, anOverview } from './evidenceFixtures';
import { FakeGorgias } from './FakeGorgias';
import {
  accountRow,
  connection,
  contradiction,
  heldItems,
  heldRun,
  minutesAgo,
  syncRun,
  systemSummary,
  unidentifiedAccount,
  verdict,
} from './fixtures';
import { exception, historyEntry, offboardedPerson } from './peopleFixtures';

/** A sentence as the backend tells it, with what it is made of. */
export function said<Name extends string>(name: Name, ...parts: Message[]) {
  return { [name]: sayInEnglish(parts), [`${name}Parts`]: parts } as {
    [K in Name]: string;
  } & { [K in `${Name}Parts`]: Message[] };
}

const until = { time: '2026-12-01T09:30:00.000Z' };

const VERDICTS: Record<string, Partial<Verdict>> = {
  'user-identified': {
    status: 'failing',
    ...said('ground', message('identity.noAddress')),
    ...said('remedy', message('identified.findOut')),
    facts: {
      kind: 'human',
      ownTwoFactor: null,
      candidates: [],
      revision: 1234,
    },
    dueAt: minutesAgo(-5000),
    owner: 'group:default/support',
  },
  'offboarded-access-removed': {
    status: 'passing',
    ...said(
      'ground',
      message('offboarded.removedAfterHours', {
        leaving: message('leaving.markOn', {
          name: '‹Sam›',
          on: { day: '2026-11-02' },
        }),
        count: 3,
      }),
    ),
  },
  'mfa-enabled': {
    status: 'exempt',
    exceptionId: 'exception-2',
    ...said(
      'ground',
      message('verdict.tolerated', {
        until,
        by: '‹ivy›',
        at: until,
        reason: '‹on order›',
      }),
      message('verdict.otherwise'),
      message('mfa.offAndPassword'),
    ),
    ...said('remedy', message('mfa.turnOnOrRequire')),
  },
  'access-valid': {
    status: 'failing',
    ...said(
      'ground',
      message('access.noMember', {
        rule: message('rule.both', {
          first: message('rule.members', {
            groups: message('rule.withOthers', {
              names: { list: ['‹a›', '‹b›'], join: 'comma' },
              count: 7,
            }),
          }),
          second: message('rule.named', { subject: '‹c›', until }),
        }),
        name: '‹Sam›',
      }),
    ),
    ...said('remedy', message('access.removeOrChange')),
  },
};

/** An account with a verdict of every kind, each told by ids. */
export function saidAccount(overrides: Partial<AccountRow> = {}): AccountRow {
  return accountRow({
    name: '‹Sam Rivers›',
    email: '‹sam@acme.example›',
    status: 'failing',
    orgRoles: ['group:default/support'],
    identity: {
      type: 'staff-member',
      staffRef: 'user:default/sam.rivers',
      displayName: '‹Sam Rivers›',
      staffState: 'offboarded',
      ...said('ground', message('identity.theirAddress', { email: '‹s@a.b›' })),
    },
    verdicts: Object.entries(VERDICTS).map(([id, differing]) =>
      verdict(id as CheckId, differing),
    ),
    contradictions: [saidContradiction()],
    ...overrides,
  });
}

function saidContradiction() {
  return contradiction({
    ...said('text', message('contradiction.stillThere', { name: '‹Sam›' })),
  });
}

const task = (
  id: PendingTask['id'],
  title: Message,
  description: Message,
): PendingTask => ({
  id,
  ...said('title', title),
  ...said('description', description),
  adminOnly: true,
});

/** A system in which much is to be done, told by ids. */
export function saidSummary(
  overrides: Partial<SystemSummary> = {},
): SystemSummary {
  const plain = systemSummary();
  return systemSummary({
    title: '‹Gorgias›',
    connection: connection({
      ...said('warning', message('connection.userGone', { name: '‹Ivy›' })),
      gorgiasUser: { id: '1', name: '‹Ivy›', email: null },
    }),
    checks: plain.checks.map(check =>
      check.checkId === 'access-control-configured'
        ? {
            ...check,
            ...said(
              'ground',
              message('accessControl.covers', {
                rule: message('rule.allStaff'),
                covered: {
                  list: [
                    message('accessControl.coveredStaff', { count: 1234 }),
                    message('accessControl.coveredAccounts', { count: 1 }),
                  ],
                  join: 'and',
                },
              }),
            ),
          }
        : check,
    ),
    sync: {
      current: null,
      last: syncRun(),
      held: heldRun({}, [
        {
          source: 'gorgias',
          before: 23,
          gone: heldItems(6).map(item => ({
            ...item,
            name: `‹${item.ref}›`,
            email: null,
          })),
        },
      ]),
      stuck: true,
    },
    earlyNews: {
      available: false,
      checkedAt: null,
      ...said('reason', message('connection.noEventScope')),
    },
    contradictions: [saidContradiction()],
    pendingTasks: [
      task(
        'review-held-run',
        message('tasks.review-held-run.title'),
        message('tasks.review-held-run.description'),
      ),
      task(
        'fix-failing',
        message('tasks.fix-failing.title', { count: 1234 }),
        message('tasks.fix-failing.description'),
      ),
      task(
        'configure-access',
        message('tasks.configure-access.title'),
        message('tasks.configure-access.description'),
      ),
    ],
    ownAccounts: [saidAccount()],
    ...overrides,
  });
}

/** A backend that tells everything by ids; what is data is in ‹ ›. */
export function saidBackend(overrides: Partial<SystemSummary> = {}) {
  const backend = new FakeGorgias(saidSummary(overrides));
  backend.accounts = [
    saidAccount(),
    {
      ...unidentifiedAccount(),
      name: '‹Front Desk›',
      email: '‹desk›',
      verdicts: saidAccount().verdicts,
      identity: {
        type: 'unidentified',
        ...said('ground', message('identity.noAddress')),
        candidates: ['user:default/a', 'user:default/b'],
      },
    },
  ];
  backend.preview = {
    ...backend.preview,
    changes: backend.preview.changes.map(change => ({
      ...change,
      name: '‹Sam Rivers›',
    })),
  };
  backend.suggestions = [
    {
      staffRef: 'user:default/c',
      displayName: '‹C›',
      ...said('ground', message('identity.haveLeft')),
    },
  ];
  backend.people = [
    offboardedPerson({
      displayName: '‹Tomasz›',
      accounts: [
        {
          ...offboardedPerson().accounts[0],
          name: '‹Tomasz›',
          gorgiasRole: null,
        },
      ],
      tookSeconds: 100_000,
      usedAfterLeaving: true,
    }),
  ];
  const lapsed = exception({
    id: 'exception-3',
    status: 'lapsed',
    lapsedAt: minutesAgo(5),
    ...said('lapsedBecause', message('lapse.offboarded')),
  });
  backend.exceptions = [exception(), lapsed].map(one => ({
    ...one,
    reason: '‹reason›',
    reference: '‹IT-42›',
  }));
  backend.history = [
    historyEntry({
      before: { status: 'passing', ...said('ground', message('mfa.on')) },
      after: {
        status: 'failing',
        ...said('ground', message('mfa.offAndPassword')),
      },
    }),
  ];
  const since = minutesAgo(60 * 24 * 30);
  backend.evidence = anOverview({
    knownSince: since,
    entries: [
      { kind: 'verdict', count: 1234, lastAt: since },
      { kind: 'sync-run', count: 1, lastAt: since },
    ],
    exports: [
      {
        at: since,
        by: 'user:default/nadia',
        what: '‹evidence.zip›',
        period: { from: since, to: since },
      },
      { at: since, by: 'user:default/nadia', what: '‹csv›', period: null },
    ],
  });
  backend.population = [
    aKnownAccount({
      name: '‹Sam›',
      email: '‹sam›',
      identity: {
        type: 'external',
        owner: 'user:default/nadia',
        purpose: '‹purpose›',
      },
      verdicts: {
        'user-identified': { status: 'exempt', since, exceptionId: '‹42›' },
        'mfa-enabled': { status: 'stale', since },
      },
    }),
  ];
  return backend;
}
