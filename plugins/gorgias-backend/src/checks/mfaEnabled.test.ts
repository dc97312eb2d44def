import { AccountKind, AccountState } from 'backstage-plugin-gorgias-common';
import { aStaffMember, aSubject, anAccount } from '../__testUtils__/subjects';
import { mfaEnabled } from './mfaEnabled';

interface SignIn {
  state: AccountState;
  kind: AccountKind;
  ownTwoFactor: boolean | null;
  hasPassword: boolean | null;
  sso: string | null;
  ssoEnforced: boolean | null;
}

const toldOrNot = [true, false, null];

/** Every combination of what is known of a sign-in. */
const everySignIn = (['active', 'deactivated', 'gone'] as const).flatMap(
  state =>
    (['human', 'bot', 'unknown'] as const).flatMap(kind =>
      toldOrNot.flatMap(ownTwoFactor =>
        toldOrNot.flatMap(hasPassword =>
          [null, 'google'].flatMap(sso =>
            toldOrNot.map(
              (ssoEnforced): SignIn => ({
                state,
                kind,
                ownTwoFactor,
                hasPassword,
                sso,
                ssoEnforced,
              }),
            ),
          ),
        ),
      ),
    ),
);

function judge({ ssoEnforced, ...account }: SignIn) {
  return mfaEnabled.judge(
    aSubject(aStaffMember(), {
      account: anAccount({ ...account, gorgiasRole: 'new-role' }),
      signInSettings: { ssoEnforced, twoFactorEnforced: null },
    }),
  );
}

const judged = everySignIn.map(signIn => ({ signIn, ...judge(signIn) }));
const signInsThatAre = (status: string) =>
  judged.filter(one => one.status === status).map(one => one.signIn);

describe('mfa-enabled, in every combination', () => {
  it('has judged them all', () => {
    expect(judged).toHaveLength(3 * 3 * 3 * 3 * 2 * 3);
    expect([...new Set(judged.map(({ status }) => status))].sort()).toEqual([
      'failing',
      'not-applicable',
      'passing',
      'unknown',
    ]);
  });

  it('is passing for an own second factor or enforced SSO, and nothing else', () => {
    expect(signInsThatAre('passing')).toEqual(
      everySignIn.filter(
        ({ state, kind, ownTwoFactor, ssoEnforced }) =>
          state === 'active' &&
          kind !== 'bot' &&
          (ownTwoFactor === true || ssoEnforced === true),
      ),
    );
  });

  it('is failing only where Gorgias says that there is no second factor', () => {
    const failing = signInsThatAre('failing');
    expect(failing).not.toEqual([]);
    for (const { ownTwoFactor, hasPassword, kind, ssoEnforced } of failing) {
      expect(ownTwoFactor).toBe(false);
      expect(hasPassword).not.toBe(false);
      expect(kind).toBe('human');
      expect(ssoEnforced).not.toBe(true);
    }
  });

  it('does not let a person through who signs in by password alone', () => {
    const byPasswordAlone = judged.filter(
      ({ signIn }) =>
        signIn.state === 'active' &&
        signIn.kind === 'human' &&
        signIn.ownTwoFactor === false &&
        signIn.hasPassword === true &&
        signIn.ssoEnforced !== true,
    );
    expect(byPasswordAlone.map(({ status }) => status)).toEqual(
      Array(4).fill('failing'),
    );
  });

  it('is not applicable for bots and accounts that are not active, and nobody else', () => {
    expect(signInsThatAre('not-applicable')).toEqual(
      everySignIn.filter(
        ({ state, kind }) => state !== 'active' || kind === 'bot',
      ),
    );
  });

  it('keeps the facts it used', () => {
    for (const { signIn, facts } of judged) {
      const { state, ...used } = signIn;
      expect(facts).toEqual(used);
    }
  });
});

const person: SignIn = {
  state: 'active',
  kind: 'human',
  ownTwoFactor: false,
  hasPassword: true,
  sso: null,
  ssoEnforced: false,
};

describe('mfa-enabled, in words', () => {
  it.each([
    {
      signIn: { ...person, ownTwoFactor: true },
      status: 'passing',
      ground: 'Two-factor authentication is on in Gorgias.',
    },
    {
      signIn: { ...person, ownTwoFactor: true, sso: 'google' },
      status: 'passing',
      ground: 'Two-factor authentication is on in Gorgias.',
    },
    {
      signIn: { ...person, ssoEnforced: true },
      status: 'passing',
      ground: 'enforces single sign-on, so there is no way in by password',
    },
    {
      signIn: { ...person, ownTwoFactor: null, ssoEnforced: true },
      status: 'passing',
      ground: 'enforces single sign-on',
    },
    {
      signIn: person,
      status: 'failing',
      ground: 'Two-factor authentication is off in Gorgias.',
    },
    {
      signIn: { ...person, hasPassword: null },
      status: 'failing',
      ground: 'Two-factor authentication is off in Gorgias.',
    },
    {
      signIn: { ...person, sso: 'google' },
      status: 'failing',
      ground: 'through google and also by password, without two-factor',
    },
    {
      signIn: { ...person, sso: 'google', hasPassword: false },
      status: 'unknown',
      ground: 'does not tell whether that asks for a second factor',
    },
    {
      signIn: { ...person, sso: 'google', hasPassword: null },
      status: 'unknown',
      ground: 'does not tell whether that asks for a second factor',
    },
    {
      signIn: { ...person, hasPassword: false },
      status: 'unknown',
      ground: 'either the invitation is still open',
    },
    {
      signIn: { ...person, ownTwoFactor: null },
      status: 'unknown',
      ground: 'does not tell whether two-factor authentication is on',
    },
    {
      signIn: { ...person, kind: 'unknown' as const },
      status: 'unknown',
      ground: "nobody knows whether the role new-role is a person's",
    },
    {
      signIn: { ...person, kind: 'bot' as const },
      status: 'not-applicable',
      ground: 'a bot, nobody signs in to it',
    },
    {
      signIn: { ...person, state: 'gone' as const },
      status: 'not-applicable',
      ground: 'not active',
    },
  ])('$status: $ground', ({ signIn, status, ground }) => {
    expect(judge(signIn)).toMatchObject({
      status,
      ground: expect.stringContaining(ground),
    });
  });

  it('asks the person to act, or the owner of the system when nobody knows who it is', () => {
    const account = anAccount({ ownTwoFactor: false });
    expect(mfaEnabled.judge(aSubject(aStaffMember(), { account })).owner).toBe(
      'user:default/sam.rivers',
    );
    expect(mfaEnabled.judge(aSubject(null, { account })).owner).toBe(
      'group:default/support',
    );
  });
});
