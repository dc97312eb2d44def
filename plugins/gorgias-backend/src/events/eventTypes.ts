/** Events after which the users or the sign-in settings may differ (Gorgias' reference of the event object). */
export const CHANGE_TYPES: readonly string[] = [
  'user-created',
  'user-invited',
  'user-updated',
  'user-deleted',
  'user-password-changed',
  'user-password-reset',
  'user-2fa-changed',
  'account-setting-updated',
];

/** Events that are read: the changes, and log-ins, which tell that an account is in use. */
export const READ_TYPES: readonly string[] = [
  ...CHANGE_TYPES,
  'user-logged-in',
];
