import { GorgiasAction, SystemSummary } from 'backstage-plugin-gorgias-common';

/** Whether the person who looks at a system may do something with it. The backend decides; this only spares a click in vain. */
export function may(
  summary: Pick<SystemSummary, 'actions'>,
  action: GorgiasAction,
): boolean {
  return summary.actions.includes(action);
}
