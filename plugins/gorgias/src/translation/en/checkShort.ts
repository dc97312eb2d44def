export const checkShort = {
  'user-identified': 'Identified',
  'offboarded-access-removed': 'Offboarded',
  'access-control-configured': 'Configured',
  'mfa-enabled': 'MFA',
  'access-valid': 'Access',
} as const;
