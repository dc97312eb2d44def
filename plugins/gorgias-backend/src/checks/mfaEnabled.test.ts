import { AccountSubject, mfaEnabled } from 'backstage-plugin-gorgias-checks';
import { AccountKind, VerdictStatus } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  aStaffMember,
  aSubject,
  anAccount,
  subjectArbitrary,
} from '../__testUtils__/subjects';
import { toSignInSettings } from '../accounts/signInSettings';
import { AccessSettingsFacts } from '../gorgias/schemas';

const NOW = '2026-11-24T09:00:00.000Z';

/** The words of the table below, and the facts they stand for. */
const WORDS = {
  state: { active: 'active', deactivated: 'deactivated', gone: 'gone' },
  kind: { human: 'human', bot: 'bot', unknown: 'unknown' },
  /** Own second factor. */
  own: { on: true, off: false, '?': null },
  /** Single sign-on enforced. */
  enforced: {
    yes: '2026-01-15T00:00:00.000Z',
    no: null,
    later: '2026-11-24T09:00:00.001Z',
    '?': undefined,
  },
  /** Ways of single sign-on that are on. */
  ways: { some: ['google', 'okta'], none: [], '?': undefined },
  /** What marks the person as one who signs in by single sign-on. */
  marker: { google: 'google', none: null },
  password: { yes: true, no: false, '?': null },
  /** Second factor required of everybody. */
  required: {
    yes: '2026-03-01T00:00:00.000Z',
    no: null,
    later: '2027-01-01T00:00:00.000Z',
    '?': undefined,
  },
} as const;

type Words = { [K in keyof typeof WORDS]: keyof (typeof WORDS)[K] };

/** Every combination of everything the check may be told. */
const EVERYTHING = Object.entries(WORDS).reduce<Array<Partial<Words>>>(
  (combinations, [fact, words]) =>
    combinations.flatMap(combination =>
      Object.keys(words).map(word => ({ ...combination, [fact]: word })),
    ),
  [{}],
) as Words[];

function subjectOf(words: Words): AccountSubject {
  const enforced = WORDS.enforced[words.enforced];
  const required = WORDS.required[words.required];
  const ways = WORDS.ways[words.ways];
  return aSubject(aStaffMember(), {
    account: anAccount({
      state: words.state,
      kind: words.kind,
      gorgiasRole: 'new-role',
      ownTwoFactor: WORDS.own[words.own],
      hasPassword: WORDS.password[words.password],
      sso: WORDS.marker[words.marker],
    }),
    signInSettings: toSignInSettings(
      {
        ...(enforced !== undefined && { ssoEnforcedAt: enforced }),
        ...(required !== undefined && { twoFactorEnforcedAt: required }),
        ...(ways && { ssoWays: [...ways] }),
      },
      NOW,
    ),
  });
}

/**
 * What the check should say of an active person, worked out by hand. "|"
 * reads "or", "*" whatever. The order of the rows does not matter: each
 * combination is in exactly one of them.
 */
const PEOPLE: Array<
  [
    own: string,
    enforced: string,
    ways: string,
    marker: string,
    password: string,
    status: VerdictStatus,
    ground: string,
    reason: string,
  ]
> = [
  [
    ...['on', '*', '*', '*', '*'],
    'passing',
    'Two-factor authentication is on in Gorgias.',
    'a second factor of their own, whatever else',
  ],
  [
    ...['off|?', 'yes', 'some', 'none', '*'],
    'passing',
    'enforces single sign-on through Google or okta, so there is no sign-in by password',
    'passwords are off, and there is another way in',
  ],
  [
    ...['off|?', 'yes', '*', 'google', '*'],
    'passing',
    'through Google, and Gorgias enforces single sign-on, so there is no sign-in by password',
    'passwords are off, and the person is marked as using another way in',
  ],
  [
    ...['off|?', 'yes', 'none', 'none', '*'],
    'unknown',
    'but also that every way of it is off',
    'a contradiction: no password, and no other way in',
  ],
  [
    ...['off|?', 'yes', '?', 'none', '*'],
    'unknown',
    'but not that any way of it is on',
    'the same contradiction, as far as anybody is told',
  ],
  [
    ...['?', 'no|later|?', '*', '*', '*'],
    'unknown',
    'does not tell whether two-factor authentication is on',
    'nothing else protects the sign-in, so all rests on what is not told',
  ],
  [
    ...['off', 'no|later', '*', 'google', 'yes'],
    'failing',
    'through Google, but the way round it is open',
    'whatever Google asks for, the password alone is enough',
  ],
  [
    ...['off', '?', '*', 'google', 'yes'],
    'unknown',
    'does not tell whether it enforces single sign-on',
    'the password may be of no use',
  ],
  [
    ...['off', 'no|later|?', '*', 'google', 'no'],
    'unknown',
    'without a password, and Gorgias does not tell whether that asks for a second factor',
    'the second factor is at Google',
  ],
  [
    ...['off', 'no|later|?', '*', 'google', '?'],
    'unknown',
    'nor whether there is a password besides',
    'either of the rows above',
  ],
  [
    ...['off', 'no|later|?', '*', 'none', 'no'],
    'unknown',
    'either the invitation is still open',
    'nobody can sign in by password, and no other way is told',
  ],
  [
    ...['off', 'no|later', '*', 'none', 'yes'],
    'failing',
    'is off in Gorgias, and the person signs in by password',
    'the password alone is enough',
  ],
  [
    ...['off', '?', '*', 'none', 'yes'],
    'unknown',
    'does not tell whether it enforces single sign-on',
    'the password may be of no use',
  ],
  [
    ...['off', 'no|later|?', '*', 'none', '?'],
    'unknown',
    'does not tell whether the person has a password at all',
    'an open invitation looks the same',
  ],
] as never;

const fits = (word: string, column: string) =>
  column === '*' || column.split('|').includes(word);

const rowsFor = ({ own, enforced, ways, marker, password }: Words) =>
  PEOPLE.filter(row =>
    [own, enforced, ways, marker, password].every((word, index) =>
      fits(word, row[index]),
    ),
  );

/** What the check should say of any account. */
function expected(words: Words): { status: VerdictStatus; ground: string } {
  if (words.state !== 'active') {
    return { status: 'not-applicable', ground: 'The account is not active.' };
  }
  if (words.kind === 'bot') {
    return {
      status: 'not-applicable',
      ground: 'The account is a bot, nobody signs in to it.',
    };
  }
  const [[, , , , , status, ground]] = rowsFor(words);
  return status === 'failing' && words.kind === 'unknown'
    ? { status: 'unknown', ground }
    : { status, ground };
}

describe('mfa-enabled, in every combination', () => {
  it('has a table of which every row is needed and none contradicts another', () => {
    expect(EVERYTHING).toHaveLength(3 * 3 * 3 * 4 * 3 * 2 * 3 * 4);
    expect(EVERYTHING.filter(words => rowsFor(words).length !== 1)).toEqual([]);
    const used = new Set(EVERYTHING.map(words => rowsFor(words)[0]));
    expect(PEOPLE.filter(row => !used.has(row))).toEqual([]);
  });

  it('says what the table says', () => {
    const wrong = EVERYTHING.map(words => ({
      words,
      should: expected(words),
      is: mfaEnabled.judge(subjectOf(words)),
    })).filter(
      ({ should, is }) =>
        is.status !== should.status || !is.ground.includes(should.ground),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the facts it used', () => {
    const inForce: Record<string, boolean | null> = {
      yes: true,
      no: false,
      later: false,
      '?': null,
    };
    for (const words of EVERYTHING) {
      expect(mfaEnabled.judge(subjectOf(words)).facts).toEqual({
        kind: words.kind,
        ownTwoFactor: WORDS.own[words.own],
        hasPassword: WORDS.password[words.password],
        sso: WORDS.marker[words.marker],
        ssoEnforced: inForce[words.enforced],
        ssoWays: WORDS.ways[words.ways] ?? null,
        twoFactorEnforced: inForce[words.required],
        ...(words.required === 'yes' && {
          twoFactorEnforcedSince: '2026-03-01T00:00:00.000Z',
        }),
      });
    }
  });

  it('does not let it count that Gorgias requires a second factor, but says so', () => {
    const notes: Record<string, RegExp> = {
      yes: /requires two-factor authentication of everybody since 2026-03-01/,
      later:
        /will require two-factor authentication of everybody from 2027-01-01 on/,
      no: /^(?!.*of everybody)/,
      '?': /^(?!.*of everybody)/,
    };
    for (const words of EVERYTHING) {
      const outcome = mfaEnabled.judge(subjectOf(words));
      const without = mfaEnabled.judge(subjectOf({ ...words, required: '?' }));
      expect(outcome.status).toBe(without.status);
      const hasToAct = ['failing', 'unknown'].includes(outcome.status);
      expect(outcome.ground).toMatch(notes[hasToAct ? words.required : 'no']);
      expect(/has not set it up/.test(outcome.ground)).toBe(
        hasToAct && words.required === 'yes' && words.own === 'off',
      );
    }
  });
});

/** Ways to be told less of a subject: each leaves something out. */
const FORGET: Array<(subject: AccountSubject) => AccountSubject> = [
  ...(['ownTwoFactor', 'hasPassword', 'sso'] as const).map(
    fact => (subject: AccountSubject) => ({
      ...subject,
      account: { ...subject.account, [fact]: null },
    }),
  ),
  ...(
    [
      ['ssoEnforced'],
      ['ssoWays'],
      ['twoFactorEnforced', 'twoFactorEnforcedAt'],
    ] as const
  ).map(facts => (subject: AccountSubject) => ({
    ...subject,
    signInSettings: {
      ...subject.signInSettings,
      ...Object.fromEntries(facts.map(fact => [fact, null])),
    },
  })),
];

const judgeAs = (subject: AccountSubject, kind: AccountKind) =>
  mfaEnabled.judge({ ...subject, account: { ...subject.account, kind } })
    .status;

describe('mfa-enabled, whatever it is told', () => {
  it('says the same or unknown when it is told less', () => {
    fc.assert(
      fc.property(
        subjectArbitrary,
        fc.subarray(FORGET, { minLength: 1 }),
        (subject, forget) => {
          const lessTold = forget.reduce((rest, one) => one(rest), subject);
          expect([mfaEnabled.judge(subject).status, 'unknown']).toContain(
            mfaEnabled.judge(lessTold).status,
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('says the same or unknown when nobody knows whether it is a person', () => {
    fc.assert(
      fc.property(subjectArbitrary, subject => {
        const status = judgeAs(subject, 'unknown');
        expect([judgeAs(subject, 'human'), 'unknown']).toContain(status);
        expect(status).not.toBe('failing');
      }),
      { numRuns: 1000 },
    );
  });

  it('is passing only by an own second factor, or by single sign-on in force with a way in', () => {
    fc.assert(
      fc.property(subjectArbitrary, subject => {
        const { account, signInSettings } = subject;
        const { ssoEnforced, ssoWays } = signInSettings;
        const mayPass =
          account.ownTwoFactor === true ||
          (ssoEnforced === true &&
            (account.sso !== null || Boolean(ssoWays?.length)));
        expect(judgeAs(subject, 'human') === 'passing').toBe(
          account.state === 'active' && mayPass,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is failing only where a way in by password alone is told to be open', () => {
    fc.assert(
      fc.property(subjectArbitrary, subject => {
        const { account, signInSettings } = subject;
        expect(judgeAs(subject, 'human') === 'failing').toBe(
          account.state === 'active' &&
            account.ownTwoFactor === false &&
            account.hasPassword === true &&
            signInSettings.ssoEnforced === false,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('mfa-enabled, in words', () => {
  const judge = (
    account: Parameters<typeof anAccount>[0],
    accessSettings: AccessSettingsFacts = { ssoEnforcedAt: null },
    staffMember: Parameters<typeof aSubject>[0] = aStaffMember(),
  ) =>
    mfaEnabled.judge(
      aSubject(staffMember, {
        account: anAccount({ ownTwoFactor: false, ...account }),
        signInSettings: toSignInSettings(accessSettings, NOW),
      }),
    );

  it('tells who has to do what about a missing second factor', () => {
    expect(judge({})).toMatchObject({
      status: 'failing',
      ground:
        'Two-factor authentication is off in Gorgias, and the person signs in by password.',
      remedy:
        'The person turns two-factor authentication on in Gorgias under Settings > Password & 2FA, or an admin requires it of everybody there.',
      owner: 'user:default/sam.rivers',
    });
  });

  it('does not tell the admin to require what is required already', () => {
    expect(
      judge(
        {},
        {
          ssoEnforcedAt: null,
          twoFactorEnforcedAt: '2026-11-20T00:00:00.000Z',
        },
      ),
    ).toMatchObject({
      status: 'failing',
      ground:
        'Two-factor authentication is off in Gorgias, and the person signs in by password. Gorgias requires two-factor authentication of everybody since 2026-11-20, with 14 days to set it up; this person has not set it up.',
      remedy:
        'The person turns two-factor authentication on in Gorgias under Settings > Password & 2FA.',
    });
  });

  it('calls providers by their names', () => {
    expect(judge({ sso: 'office365' }).ground).toContain(
      'through Microsoft 365, but',
    );
    expect(judge({ sso: 'constructor' }).ground).toContain(
      'through constructor, but',
    );
  });

  it('says which role nobody knows', () => {
    const kind = 'unknown';
    expect(judge({ kind, gorgiasRole: 'new-role' })).toMatchObject({
      status: 'unknown',
      ground: expect.stringContaining(
        "nobody knows whether the role new-role is a person's",
      ),
    });
    expect(judge({ kind, gorgiasRole: null }).ground).toContain(
      "nobody knows whether an account without a role is a person's",
    );
  });

  it('asks the person to act, or the owner of the system when nobody knows who it is', () => {
    expect(judge({}).owner).toBe('user:default/sam.rivers');
    expect(judge({}, undefined, null).owner).toBe('group:default/support');
    expect(judge({ hasPassword: null })).not.toHaveProperty('owner');
  });
});
