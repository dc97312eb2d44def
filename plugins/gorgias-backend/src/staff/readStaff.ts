import {
  StaffReading,
  StaffRecord,
  StaffSource,
} from 'backstage-plugin-gorgias-node';
import { z } from 'zod';
import { describeIssues } from '../gorgias/schemas';
import { inTurns } from '../inTurns';
import { chosenText } from '../keepableText';
import { ENTITY_REF } from '../systems/GorgiasEntities';

const entityRef = z
  .string()
  .regex(ENTITY_REF, 'is not an entity reference like user:default/sam.rivers');

const recordSchema = z.object({
  entityRef,
  displayName: chosenText,
  uid: chosenText.optional(),
  emails: z.array(chosenText),
  orgRoles: z.array(chosenText),
  groups: z.array(entityRef).optional(),
  manager: entityRef.optional(),
  offboarded: z.literal(false).or(
    z.object({
      since: z.iso
        .datetime('is not a time in UTC like 2026-11-24T09:00:00.000Z')
        .optional(),
      ground: z.enum(['mark', 'orphaned']).optional(),
    }),
  ),
});

const readingSchema = z.object({
  staff: z.array(z.unknown()),
  orgRoles: z.array(chosenText),
  uidsTellPeopleApart: z.boolean().optional(),
});

/**
 * Reads a staff source, which may be a module of the company's own.
 *
 * @throws Error when what it tells can't be used; nothing of it is then
 */
export async function readStaff(source: StaffSource): Promise<StaffReading> {
  const { staff: records, ...reading } = parse(
    readingSchema,
    await source.read(),
  );
  const staff: StaffRecord[] = [];
  await inTurns(records, record => {
    staff.push(parse(recordSchema, record, ['staff', staff.length]));
  });
  if (staff.length === 0) {
    throw new Error(
      'The catalog has no staff members. That would offboard everybody, so it is not believed; check gorgias.staff.filter and the catalog',
    );
  }
  return { ...reading, staff };
}

/** @param path - where in what the source tells the value is */
function parse<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: PropertyKey[] = [],
): T {
  const { data, error } = schema.safeParse(value);
  if (error) {
    const issues = error.issues.map(issue => ({
      ...issue,
      path: [...path, ...issue.path],
    }));
    throw new Error(
      `The source of staff tells what can't be used (${describeIssues(
        new z.ZodError(issues),
      )}). Nothing of it is; mend the module that is the source`,
    );
  }
  return data;
}
