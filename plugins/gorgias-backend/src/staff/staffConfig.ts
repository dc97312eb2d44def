import { z } from 'zod';
import { CatalogStaffOptions } from './CatalogStaffSource';
import { isEntityField, NO_ENTITY_FIELD } from './entityField';

const field = z
  .string({ error: NO_ENTITY_FIELD })
  .trim()
  .refine(isEntityField, NO_ENTITY_FIELD);

const FILTER = 'must be a catalog filter, such as { spec.type: employee }';
const SWITCH = 'must be true or false';
const ANNOTATION =
  'must be the name of an annotation, such as gorgias.com/offboarded-on';

/** The configuration under `gorgias.staff`. */
export const staffSchema = z
  .object(
    {
      filter: z
        .record(z.string(), z.union([z.string(), z.array(z.string())]), {
          error: FILTER,
        })
        .default({}),
      uidField: field.optional(),
      emailFields: z
        .array(field, { error: 'must be a list of paths of fields' })
        .default([]),
      jobTitleField: field.optional(),
      managerField: field.optional(),
      offboarded: z
        .object(
          {
            annotation: z
              .string({ error: ANNOTATION })
              .trim()
              .refine(
                name => isEntityField(`metadata.annotations.${name}`),
                ANNOTATION,
              )
              .default('gorgias.com/offboarded-on'),
            orphaned: z.boolean({ error: SWITCH }).default(true),
          },
          { error: 'must have annotation, orphaned or both' },
        )
        .prefault({}),
    },
    { error: 'must be an object with keys such as filter' },
  )
  .prefault({})
  .transform(
    ({ offboarded, ...fields }): CatalogStaffOptions => ({
      ...fields,
      offboardedAnnotation: offboarded.annotation,
      offboardedOrphaned: offboarded.orphaned,
    }),
  );
