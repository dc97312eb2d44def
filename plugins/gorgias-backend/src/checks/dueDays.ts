import { DEFAULT_DUE_DAYS, DueDays } from 'backstage-plugin-gorgias-checks';
import { CHECK_IDS } from 'backstage-plugin-gorgias-common';
import { z } from 'zod';

const DAYS = 'must be a number of days above 0, and at most 3650';

/** The configuration under `gorgias.checks`: other than the default days, by check. */
export const checksSchema = z
  .object(
    {
      dueDays: z
        .strictObject(
          Object.fromEntries(
            CHECK_IDS.map(id => [
              id,
              z
                .number({ error: DAYS })
                .positive(DAYS)
                .max(3650, DAYS)
                .optional(),
            ]),
          ),
          {
            error: issue =>
              issue.code === 'unrecognized_keys'
                ? `has ${issue.keys.join(
                    ', ',
                  )}, which is no check; the checks are ${CHECK_IDS.join(', ')}`
                : 'must be numbers of days by the id of the check',
          },
        )
        .default({}),
    },
    { error: 'must have dueDays' },
  )
  .default({ dueDays: {} })
  .transform(
    ({ dueDays }): DueDays => ({
      ...DEFAULT_DUE_DAYS,
      ...Object.fromEntries(
        Object.entries(dueDays).filter(([, days]) => days !== undefined),
      ),
    }),
  );
