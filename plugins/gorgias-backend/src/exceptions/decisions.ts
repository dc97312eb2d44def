import {
  AccessException,
  gorgiasExceptionApprovePermission,
  gorgiasExceptionRequestPermission,
} from 'backstage-plugin-gorgias-common';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { ExceptionContext } from './context';
import {
  approveException,
  refuseException,
  withdrawException,
} from './decideException';
import { StoredException } from './ExceptionStore';
import { extendException } from './requestException';
import { ExceptionTerms } from './terms';

/** What the bodies of these requests have, after the OpenAPI document. */
interface Body {
  reason: string;
  until: string;
}

/** Something that can be done about an exception: its route, who may, and what becomes of it. */
export interface Decision {
  name: 'approve' | 'refuse' | 'withdraw' | 'extend';
  severityLevel: 'medium' | 'high';
  permission: ResourcePermission;
  /** Whether those who may approve may do this too, without that permission. */
  approversMay?: true;
  /** What will be so, for the audit log. */
  outcome(
    body: Body,
    before: StoredException,
    terms: ExceptionTerms,
  ): Record<string, string | boolean>;
  decide(
    read: { id: string; etag: string },
    body: Body,
    context: ExceptionContext & { mayApprove: boolean },
  ): Promise<AccessException>;
}

/** Everything that can be done about an exception. */
export const DECISIONS: readonly Decision[] = [
  {
    name: 'approve',
    severityLevel: 'high',
    permission: gorgiasExceptionApprovePermission,
    outcome: (_, before, terms) => ({
      status: 'approved',
      twoPersonRule: before.twoPersonRule || terms.twoPersonRule,
    }),
    decide: (read, _, context) => approveException(read, context),
  },
  {
    name: 'refuse',
    severityLevel: 'medium',
    permission: gorgiasExceptionApprovePermission,
    outcome: ({ reason }) => ({ status: 'refused', decisionReason: reason }),
    decide: (read, { reason }, context) =>
      refuseException(read, reason, context),
  },
  {
    name: 'withdraw',
    severityLevel: 'medium',
    permission: gorgiasExceptionRequestPermission,
    approversMay: true,
    outcome: ({ reason }) => ({ status: 'withdrawn', decisionReason: reason }),
    decide: (read, { reason }, { mayApprove, ...context }) =>
      withdrawException(read, { reason, mayApprove }, context),
  },
  {
    name: 'extend',
    severityLevel: 'medium',
    permission: gorgiasExceptionRequestPermission,
    outcome: ({ until, reason }, _, { twoPersonRule }) => ({
      status: 'requested',
      until,
      reason,
      twoPersonRule,
    }),
    decide: (read, ask, context) => extendException(read, ask, context),
  },
];
