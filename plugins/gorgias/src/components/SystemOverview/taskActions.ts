import { GorgiasAction, PendingTaskId } from 'backstage-plugin-gorgias-common';

/** What one must be allowed to do for the button of each task. */
export const TASK_ACTIONS: Readonly<Record<PendingTaskId, GorgiasAction>> = {
  connect: 'manage-connection',
  reconnect: 'manage-connection',
  'mend-connection': 'manage-connection',
  'review-held-run': 'administrate',
  'add-critical-system': 'administrate',
  sync: 'administrate',
  'configure-access': 'manage-access-rule',
  'decide-exceptions': 'approve-exception',
  'finish-overdue-review': 'manage-reviews',
  'sign-off-review': 'manage-reviews',
  'carry-out-review': 'manage-reviews',
  'fix-failing': 'read-accounts',
  'clear-unknown': 'read-accounts',
  'look-into-contradictions': 'read-accounts',
  'look-into-use-after-leaving': 'read-accounts',
};
