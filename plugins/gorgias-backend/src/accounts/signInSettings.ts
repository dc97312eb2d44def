import { SignInSettings } from 'backstage-plugin-gorgias-checks';
import { AccessSettingsFacts } from '../gorgias/schemas';

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
