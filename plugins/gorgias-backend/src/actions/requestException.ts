import { gorgiasExceptionRequestPermission } from 'backstage-plugin-gorgias-common';
import { LIMITS } from '../openapi/limits';
import { ActionDeps } from './deps';
import { enterSystem } from './enterSystem';
import { checkId, systemRef, time, words } from './schemas';

/** Asks for an exception, in the name of the person who asks. */
export function registerRequestException(deps: ActionDeps): void {
  const { actionsRegistry, exceptions } = deps;
  actionsRegistry.register({
    name: 'request-exception',
    title: 'Request an exception',
    description: `
Asks that a failing verdict about an account of Gorgias, the helpdesk, be tolerated until a date. It changes no verdict: a person has to approve it first.
Ask the person in whose name you do this for the reason, and don't make one up.
    `,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z
          .object({
            entityRef: systemRef(z),
            accountId: z.string().min(1).max(LIMITS.accountIdLength),
            checkId: checkId(z).describe(
              'A check that is failing for the account, see explain-verdict.',
            ),
            reason: words(z),
            reference: words(z)
              .optional()
              .describe('A link, or a reference to a file or ticket.'),
            until: time(z).describe('When it is to end.'),
          })
          .strict(),
      output: z =>
        z.object({
          id: z.string(),
          accountId: z.string(),
          accountName: z.string().optional(),
          checkId: checkId(z),
          reason: z.string(),
          reference: z.string().optional(),
          requestedBy: z.string(),
          requestedAt: z.string(),
          until: z.string(),
          status: z.string(),
          twoPersonRule: z
            .boolean()
            .describe('Whether somebody else has to approve it.'),
        }),
    },
    action: async ({ input: { entityRef, ...ask }, credentials }) => {
      const { caller } = await enterSystem(
        { credentials, entityRef },
        gorgiasExceptionRequestPermission,
        deps,
      );
      return { output: await exceptions.request(caller, ask) };
    },
  });
}
