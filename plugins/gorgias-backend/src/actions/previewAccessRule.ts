import { staleStatus } from 'backstage-plugin-gorgias-checks';
import {
  AccessRulePreview,
  Freshness,
  gorgiasAccountReadPermission,
} from 'backstage-plugin-gorgias-common';
import { loadPreview } from '../rules/loadPreview';
import { loadStanding } from '../systems/standing';
import { accessRuleSpec } from './accessRuleSpec';
import { ActionDeps } from './deps';
import { enterSystem } from './enterSystem';
import { freshness, status, systemRef } from './schemas';

/** More than an agent makes use of; the app shows all. */
const MOST_CHANGES = 100;

/** Tells what an access rule would do if it were saved; saves nothing. */
export function registerPreviewAccessRule(deps: ActionDeps): void {
  const { actionsRegistry, database, evaluator, systems } = deps;
  actionsRegistry.register({
    name: 'preview-access-rule',
    title: 'Preview an access rule',
    description:
      'Tells what an access rule would do to a critical system of access compliance for Gorgias: whom it would cover, and which accounts would then have another verdict. Saves nothing.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({ entityRef: systemRef(z), spec: accessRuleSpec(z) }).strict(),
      output: z =>
        z.object({
          freshness: freshness(z),
          coveredStaff: z.number(),
          accounts: z
            .object({
              passing: z.number(),
              failing: z.number(),
              exempt: z.number(),
              unknown: z.number(),
              stale: z.number(),
            })
            .describe('How many active accounts would have which status.'),
          changes: z
            .array(
              z.object({
                accountId: z.string(),
                name: z.string().nullable(),
                email: z.string().nullable(),
                from: status(z),
                to: status(z),
              }),
            )
            .describe(`The first ${MOST_CHANGES}.`),
          totalChanges: z.number(),
          missingOrgRoles: z.array(z.string()),
          missingPeople: z.array(z.string()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { caller } = await enterSystem(
        { credentials, entityRef: input.entityRef },
        gorgiasAccountReadPermission,
        deps,
      );
      const { entityRef } = caller;
      const limits = systems.limits();
      return {
        output: await database.read(async stores =>
          toOutput(
            await loadPreview(stores, evaluator, {
              entityRef,
              spec: input.spec,
              now: limits.now.toISOString(),
            }),
            (
              await loadStanding(stores, entityRef, limits)
            ).freshness,
          ),
        ),
      };
    },
  });
}

/** With facts that are too old, everything would be as stale as it is now, whatever the rule says. */
function toOutput(preview: AccessRulePreview, { stale, ...age }: Freshness) {
  const { passing, failing, exempt, unknown, ...rest } = preview;
  const changes = preview.changes.filter(
    ({ from, to }) => !stale || staleStatus(from) !== staleStatus(to),
  );
  const judged = { passing, failing, exempt, unknown };
  const none = { passing: 0, failing: 0, exempt: 0, unknown: 0 };
  return {
    ...rest,
    freshness: { ...age, stale },
    accounts: stale
      ? { ...none, stale: passing + failing + exempt + unknown }
      : { ...judged, stale: 0 },
    changes: changes.slice(0, MOST_CHANGES).map(({ from, to, ...account }) => ({
      ...account,
      from: stale ? staleStatus(from) : from,
      to: stale ? staleStatus(to) : to,
    })),
    totalChanges: changes.length,
  };
}
