import { AccessSettingsFacts } from '../gorgias/schemas';

/** How people may sign in to a Gorgias account at some time; `null` for not told. */
export interface SignInSettings {
  /** Whether passwords are off. */
  ssoEnforced: boolean | null;
  /** Whether everybody has to have an own second factor. */
  twoFactorEnforced: boolean | null;
  /** From when, which may lie ahead; `null` also when nobody has to. */
  twoFactorEnforcedAt: string | null;
  /** The ways of single sign-on that are on. */
  ssoWays: readonly string[] | null;
}

/** What is in force at a time. Gorgias lets an admin pick a date that lies ahead. */
export function toSignInSettings(
  facts: AccessSettingsFacts,
  now: string,
): SignInSettings {
  return {
    ssoEnforced: isInForce(facts.ssoEnforcedAt, now),
    twoFactorEnforced: isInForce(facts.twoFactorEnforcedAt, now),
    twoFactorEnforcedAt: facts.twoFactorEnforcedAt ?? null,
    ssoWays: facts.ssoWays ?? null,
  };
}

function isInForce(
  since: string | null | undefined,
  now: string,
): boolean | null {
  if (since === undefined) {
    return null;
  }
  return since !== null && Date.parse(since) <= Date.parse(now);
}
