import { LIMITS } from '../openapi/limits';
import { time, words, Zod } from './schemas';

/** An access rule, with what the OpenAPI document says of one. */
export function accessRuleSpec(zod: Zod) {
  const people = zod
    .array(
      zod
        .object({
          subject: zod
            .string()
            .max(LIMITS.subjectLength)
            .regex(new RegExp(LIMITS.subject))
            .describe('Entity ref of a user, or "account:<id>".'),
          ticket: words(zod).describe('Where it was decided.'),
          until: time(zod),
        })
        .strict(),
    )
    .max(LIMITS.people);
  const orgRole = zod
    .string()
    .max(LIMITS.orgRoleLength)
    .regex(new RegExp(LIMITS.orgRole));
  return zod.discriminatedUnion('type', [
    zod
      .object({
        type: zod.literal('all-staff'),
        people: people.optional(),
      })
      .strict(),
    zod
      .object({
        type: zod.literal('org-roles'),
        orgRoles: zod
          .array(orgRole)
          .min(1)
          .max(LIMITS.orgRoles)
          .describe('Entity refs of groups, or job titles as "title:<title>".'),
        gorgiasRoles: zod
          .record(
            zod
              .array(zod.string().min(1).max(LIMITS.gorgiasRoleLength))
              .min(1)
              .max(LIMITS.gorgiasRoles),
          )
          .optional()
          .describe('By org role: the only Gorgias roles that it may have.'),
        people: people.optional(),
      })
      .strict(),
    zod
      .object({ type: zod.literal('named-people'), people: people.min(1) })
      .strict(),
  ]);
}
