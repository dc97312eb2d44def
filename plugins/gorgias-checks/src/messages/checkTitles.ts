/** The titles of the checks, as users of compliance tools know them. */
export const checkTitles = {
  'user-identified': 'User should be identified',
  'offboarded-access-removed':
    'Gorgias access should be removed for offboarded user',
  'access-control-configured':
    'Critical system access control should be configured',
  'mfa-enabled': 'User should have MFA enabled',
  'access-valid': 'User access to Critical System should be valid',
} as const;
