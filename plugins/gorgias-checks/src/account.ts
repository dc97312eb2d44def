/** Whether an account is a person's. `unknown`: Gorgias sent a role nobody knows. @public */
export type AccountKind = 'human' | 'bot' | 'unknown';

/** `gone`: was there, and a later complete read no longer returned it. @public */
export type AccountState = 'active' | 'deactivated' | 'gone';

const ROLE_TITLES: Readonly<Record<string, string>> = {
  admin: 'Admin',
  agent: 'Lead',
  'basic-agent': 'Basic',
  'lite-agent': 'Lite',
  'observer-agent': 'Observer',
  bot: 'Bot',
  'internal-agent': 'Gorgias internal',
};

/**
 * The name Gorgias' own pages show for a role of its API, or the raw name
 * when it is not a known one. Pairing after Gorgias' help page on user
 * permissions ("Lead" was formerly "Agent").
 *
 * @public
 */
export function gorgiasRoleTitle(role: string | null): string {
  return role === null ? 'None' : ROLE_TITLES[role] ?? role;
}
