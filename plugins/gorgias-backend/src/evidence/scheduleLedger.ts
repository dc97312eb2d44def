import { SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { chainPending } from './chainPending';
import { HeadSigner } from './HeadSigner';
import { removeOldBodies } from './removeOldBodies';

/** Chains what was entered, signs heads, tells of them, and removes what is too old; on one replica at a time. */
export async function scheduleLedger(
  scheduler: SchedulerService,
  context: {
    database: GorgiasDatabase;
    signer: HeadSigner;
    retentionSeconds: number | undefined;
    clock: Clock;
  },
): Promise<void> {
  const { database, signer, retentionSeconds, clock } = context;
  await scheduler.scheduleTask({
    id: 'ledger',
    scope: 'global',
    frequency: { seconds: 5 },
    timeout: { minutes: 5 },
    fn: async signal => {
      await chainPending(database, signal);
      await signer.signIfDue();
      await signer.tellRecipients();
      if (retentionSeconds !== undefined) {
        await removeOldBodies(database, retentionSeconds, clock.now());
      }
    },
  });
}
