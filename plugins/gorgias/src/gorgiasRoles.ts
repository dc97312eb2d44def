import { gorgiasRoleTitle } from 'backstage-plugin-gorgias-common';
import { Translate } from './hooks/useTexts';

/** What a role is called: as Gorgias does where it has a name for it, or by words of our own. */
export function roleTitle(role: string | null, t: Translate): string {
  if (role === null) {
    return t('roles.none');
  }
  return role === 'bot' || role === 'internal-agent'
    ? t(`roles.${role}`)
    : gorgiasRoleTitle(role);
}

/** The roles that Gorgias gives to people, as its API names them, those that may do the most first. */
export const PEOPLES_ROLES: readonly string[] = [
  'admin',
  'agent',
  'basic-agent',
  'lite-agent',
  'observer-agent',
];

/** Every role that is known, also those that nobody can be given. */
export const GORGIAS_ROLES: readonly string[] = [
  ...PEOPLES_ROLES,
  'bot',
  'internal-agent',
];
