import {
  AccessException,
  GorgiasAction,
  GorgiasApi,
} from 'backstage-plugin-gorgias-common';

/** What can be done about an exception. */
export type Decision = 'approve' | 'refuse' | 'withdraw' | 'extend';

/** What a decision needs beside itself. */
export interface DecisionEntry {
  reason: string;
  /** Only to extend. */
  until?: string;
}

/** What can be done about an exception, by those who may do one of some things; who asked for it may be told no. */
export function decisionsOn(
  { status }: AccessException,
  actions: readonly GorgiasAction[],
): Decision[] {
  const mayApprove = actions.includes('approve-exception');
  const mayAsk = actions.includes('request-exception');
  if (status === 'requested') {
    return [
      ...(mayApprove ? (['approve', 'refuse'] as const) : []),
      ...(mayAsk ? (['withdraw'] as const) : []),
    ];
  }
  return status === 'approved'
    ? [
        ...(mayAsk || mayApprove ? (['withdraw'] as const) : []),
        ...(mayAsk ? (['extend'] as const) : []),
      ]
    : [];
}

/** Sends a decision about an exception as it was read. */
export function sendDecision(
  api: GorgiasApi,
  entityRef: string,
  exception: AccessException,
  decision: Decision,
  { reason, until = '' }: DecisionEntry,
): Promise<unknown> {
  switch (decision) {
    case 'approve':
      return api.approveException(entityRef, exception);
    case 'refuse':
      return api.refuseException(entityRef, exception, reason);
    case 'withdraw':
      return api.withdrawException(entityRef, exception, reason);
    default:
      return api.extendException(entityRef, exception, { reason, until });
  }
}
