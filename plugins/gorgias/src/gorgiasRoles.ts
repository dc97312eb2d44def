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
