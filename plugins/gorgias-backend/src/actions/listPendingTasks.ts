import { gorgiasReadPermission } from 'backstage-plugin-gorgias-common';
import { ActionDeps } from './deps';
import { enterSystem } from './enterSystem';
import { freshness, status, systemRef } from './schemas';

/** Tells what is left to do on a system. */
export function registerListPendingTasks(deps: ActionDeps): void {
  const { access, actionsRegistry, systems } = deps;
  actionsRegistry.register({
    name: 'list-pending-tasks',
    title: 'List pending tasks of a critical system',
    description:
      'Lists what is left to do on a critical system of access compliance for Gorgias, in the order it is best done.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ entityRef: systemRef(z) }).strict(),
      output: z =>
        z.object({
          entityRef: z.string(),
          title: z.string(),
          status: status(z),
          freshness: freshness(z),
          pendingTasks: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              count: z.number().optional(),
              description: z.string(),
              adminOnly: z
                .boolean()
                .describe('Whether only an admin can do it.'),
            }),
          ),
        }),
    },
    action: async ({ input: { entityRef }, credentials }) => {
      const { caller, entity } = await enterSystem(
        { credentials, entityRef },
        gorgiasReadPermission,
        deps,
      );
      return {
        output: await systems.summarise(entity, await access.viewer(caller)),
      };
    },
  });
}
