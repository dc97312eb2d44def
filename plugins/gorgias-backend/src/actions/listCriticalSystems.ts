import { listSystems } from '../systems/listSystems';
import { ActionDeps } from './deps';
import { checkId, freshness, status } from './schemas';

/** Lists the critical systems that the person who asks may see. */
export function registerListCriticalSystems(deps: ActionDeps): void {
  deps.actionsRegistry.register({
    name: 'list-critical-systems',
    title: 'List critical systems',
    description: `
Lists the critical systems of access compliance for Gorgias, the helpdesk: how each stands by five checks, how old its facts are, and how much is left to do.
Say only of what is "passing" that it passes.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z
          .object({
            cursor: z
              .string()
              .optional()
              .describe('nextCursor of the page before.'),
          })
          .strict(),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              entityRef: z.string(),
              title: z.string(),
              entityExists: z
                .boolean()
                .describe('Whether the catalog still has the entity.'),
              connectionState: z.string(),
              freshness: freshness(z),
              status: status(z),
              checks: z.array(
                z.object({
                  checkId: checkId(z),
                  title: z.string(),
                  status: status(z),
                  counts: z
                    .record(z.number())
                    .describe('How many verdicts have which status.'),
                  ground: z.string().optional(),
                }),
              ),
              pendingTasks: z
                .number()
                .describe('How many; list-pending-tasks tells which.'),
            }),
          ),
          totalItems: z.number(),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await listSystems(deps.access.callerOf(credentials), input, deps),
    }),
  });
}
