import type { z as zod } from 'zod/v3';

/** The scaffolder has its own, and gives it to what makes schemas. */
type Zod = typeof zod;

const accessRule = (z: Zod) =>
  z
    .union([
      z
        .object({ type: z.literal('all-staff') })
        .strict()
        .describe('All current staff'),
      z
        .object({
          type: z.literal('org-roles'),
          orgRoles: z
            .array(z.string().min(1))
            .min(1)
            .describe(
              'Entity refs of groups, and job titles as "title:<title>"',
            ),
          gorgiasRoles: z
            .record(z.array(z.string().min(1)).min(1))
            .optional()
            .describe(
              'By org role: the Gorgias roles it may have, as the API of Gorgias names them. Any, for one that is not here',
            ),
        })
        .strict()
        .describe('The members of some groups, child groups included'),
    ])
    .optional()
    .describe(
      'Who may use the system. Without it, the access rule stays as it is',
    );

/** What the action takes. */
export const input = {
  entityRef: (z: Zod) =>
    z
      .string()
      .min(1)
      .describe(
        'Ref of the entity that stands for Gorgias, such as resource:default/gorgias. It carries the annotation gorgias.com/subdomain',
      ),
  accessRule,
  reason: (z: Zod) =>
    z
      .string()
      .min(1)
      .max(2000)
      .optional()
      .describe('Why the access rule is set, for the history'),
};

/** What the action gives. */
export const output = {
  entityRef: (z: Zod) => z.string().describe('The full ref of the entity'),
  systemUrl: (z: Zod) =>
    z.string().describe('Where its page is in the app of Backstage'),
  status: (z: Zod) =>
    z
      .string()
      .describe(
        'How it stands: the worst status of the five checks, such as not-configured while nothing was read from Gorgias',
      ),
};
