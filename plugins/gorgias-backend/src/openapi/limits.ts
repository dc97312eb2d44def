/** What may be asked for, whether by a request or by an action: texts as patterns, and how much of something. */
export const LIMITS = {
  entityRefLength: 300,
  accountIdLength: 20,
  /** Of something that a person has to write, and others will read. */
  wordsLength: 2000,
  people: 500,
  subjectLength: 300,
  subject: '^(user:[^:/\\s]+/[^:/\\s]+|account:\\d+)$',
  orgRoles: 200,
  orgRoleLength: 200,
  orgRole: '^(group:[a-z0-9_.-]+/[a-z0-9_.-]+|title:[^\\s].*)$',
  gorgiasRoles: 50,
  gorgiasRoleLength: 100,
} as const;
