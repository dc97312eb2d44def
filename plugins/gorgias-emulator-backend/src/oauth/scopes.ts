const BASIC_SCOPES: Record<string, string> = {
  openid: 'Know who you are',
  email: 'Know your e-mail address',
  profile: 'Know your name',
  offline: 'Keep its access while you are not logged in',
};

const RESOURCES: Record<string, string> = {
  account: 'your account and its settings',
  users: 'users, with their e-mail addresses and roles',
  customers: 'customers',
  tickets: 'tickets',
  custom_fields: 'custom fields',
  events: 'the log of changes',
  integrations: 'integrations',
  jobs: 'jobs',
  macros: 'macros',
  rules: 'rules',
  satisfaction_survey: 'satisfaction surveys',
  tags: 'tags',
  apps: 'apps',
};

/** Every scope an app may ask for, and what it means in words. */
export const SCOPES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(BASIC_SCOPES),
  ...Object.entries(RESOURCES).flatMap(
    ([resource, words]): [string, string][] => [
      [`${resource}:read`, `Read ${words}`],
      [`${resource}:write`, `Change ${words}`],
    ],
  ),
  ['statistics:read', 'Read statistics'],
  ['write:all', 'Change everything'],
]);

/** What is left of the scopes an app asks for; null limits nothing. */
export function limitScopes(
  asked: string[],
  atMost: readonly string[] | null,
): string[] {
  return asked.filter(scope => !atMost || atMost.includes(scope));
}

/** Takes a space-separated list apart, without repetitions. */
export function splitScopes(scope: string): string[] {
  return [...new Set(scope.split(' ').filter(Boolean))];
}
