import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { GorgiasService } from 'backstage-plugin-gorgias-node';
import { AddCriticalSystem } from './AddCriticalSystem';
import { examples } from './examples';
import { PATIENCE, Patience } from './patience';
import { input, output } from './schema';

/**
 * The action `gorgias:critical-system:add`. Everything is done in the name of
 * whoever started the task, with that person's permissions.
 */
export function createAddCriticalSystemAction(deps: {
  appBaseUrl: string;
  gorgias: GorgiasService;
  patience?: Patience;
}) {
  return createTemplateAction({
    id: 'gorgias:critical-system:add',
    description:
      'Adds the entity that stands for Gorgias as a critical system, and sets who may use it',
    examples,
    supportsDryRun: true,
    schema: { input, output },
    async handler(ctx) {
      const entityRef = stringifyEntityRef(parseEntityRef(ctx.input.entityRef));
      const step = new AddCriticalSystem({
        client: deps.gorgias.as(await ctx.getInitiatorCredentials()),
        entityRef,
        logger: ctx.logger,
        patience: deps.patience ?? PATIENCE,
        signal: ctx.signal,
      });
      ctx.output('entityRef', entityRef);
      ctx.output('systemUrl', pageOf(deps.appBaseUrl, entityRef));
      if (ctx.isDryRun) {
        ctx.output('status', await step.rehearse(ctx.input.accessRule));
        return;
      }
      // What a step did once it doesn't do again when the task is tried again
      // later: somebody may have decided otherwise in the meantime.
      await ctx.checkpoint({
        key: `add.${entityRef}`,
        fn: () => step.add(),
      });
      const { accessRule, reason } = ctx.input;
      if (accessRule) {
        await ctx.checkpoint({
          key: `access-rule.${entityRef}`,
          fn: () => step.setAccessRule(accessRule, reason),
        });
      }
      ctx.output('status', await step.status());
    },
  });
}

function pageOf(appBaseUrl: string, entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [kind, namespace, name].map(encodeURIComponent).join('/');
  return `${appBaseUrl.replace(/\/$/, '')}/critical-systems/${path}`;
}
