import { InputError } from '@backstage/errors';
import {
  CHECK_TITLES,
  gorgiasReadPermission,
  Verdict,
} from 'backstage-plugin-gorgias-common';
import { Viewer } from '../accounts/AccountService';
import { GorgiasDatabase } from '../database';
import { toAccessException } from '../exceptions/ExceptionStore';
import { ActionDeps } from './deps';
import { enterSystem } from './enterSystem';
import { findAccount } from './findAccount';
import { checkId, status, systemRef } from './schemas';

/** Tells how an account was judged, and why. */
export function registerExplainVerdict(deps: ActionDeps): void {
  const { access, accounts, actionsRegistry, database } = deps;
  actionsRegistry.register({
    name: 'explain-verdict',
    title: 'Explain the verdicts about an account',
    description: `
Tells how an account of Gorgias, the helpdesk, was judged by the checks of access compliance: on what ground, by which facts, since when, and what to do by when.
People without the permission to read accounts get to hear of their own alone.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z
          .object({
            entityRef: systemRef(z),
            account: z
              .string()
              .min(1)
              .max(200)
              .describe(
                'Its id, or words found in its name or e-mail address.',
              ),
            checkId: checkId(z).optional().describe('Default: all of them.'),
          })
          .strict(),
      output: z =>
        z.object({
          account: z.object({
            id: z.string(),
            name: z.string().nullable(),
            email: z.string().nullable(),
            state: z.string(),
            status: status(z),
          }),
          verdicts: z.array(
            z.object({
              checkId: checkId(z),
              title: z.string(),
              status: status(z),
              ground: z.string(),
              facts: z.record(z.unknown()),
              since: z.string(),
              dueAt: z.string().optional(),
              remedy: z.string().optional(),
              owner: z
                .string()
                .optional()
                .describe('Entity ref of who is asked to act.'),
              exception: z
                .object({
                  id: z.string(),
                  status: z.string(),
                  until: z.string(),
                  reason: z.string(),
                  reference: z.string().optional(),
                  requestedBy: z.string(),
                  decidedBy: z.string().optional(),
                })
                .optional()
                .describe('By which it is tolerated, for who may see that.'),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { caller } = await enterSystem(
        { credentials, entityRef: input.entityRef },
        gorgiasReadPermission,
        deps,
      );
      const { entityRef } = caller;
      const viewer = await access.viewer(caller);
      const account = await findAccount(input.account, accounts, {
        entityRef,
        viewer,
      });
      const verdicts = account.verdicts.filter(
        verdict => !input.checkId || verdict.checkId === input.checkId,
      );
      if (input.checkId && verdicts.length === 0) {
        throw new InputError(
          `checkId: "${
            CHECK_TITLES[input.checkId]
          }" is about the system and not about an account; list-critical-systems tells how that stands`,
        );
      }
      return {
        output: {
          account,
          verdicts: await Promise.all(
            verdicts.map(async verdict => ({
              ...verdict,
              title: CHECK_TITLES[verdict.checkId],
              exception: await exceptionOf(verdict, database, {
                entityRef,
                viewer,
              }),
            })),
          ),
        },
      };
    },
  });
}

/** Exceptions name people, so that only who may read accounts sees them, as with the routes. */
async function exceptionOf(
  { exceptionId }: Verdict,
  { stores }: GorgiasDatabase,
  { entityRef, viewer }: { entityRef: string; viewer: Viewer },
) {
  const exception =
    exceptionId && viewer.actions.includes('read-accounts')
      ? await stores.exceptions.get(entityRef, exceptionId)
      : undefined;
  return exception && toAccessException(exception);
}
