import { SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { KEPT_DAYS } from '../trends/noteDay';
import { dayOf } from '../trends/verdictDays';
import { Evaluator } from './Evaluator';

/** Judges anew what time alone has changed, such as when an exception ends, and forgets what is too old; on one replica at a time. */
export async function scheduleEvaluation(
  scheduler: SchedulerService,
  context: { evaluator: Evaluator; database: GorgiasDatabase; clock: Clock },
): Promise<void> {
  const { evaluator, database, clock } = context;
  await scheduler.scheduleTask({
    id: 'evaluate-due',
    scope: 'global',
    frequency: { seconds: 30 },
    timeout: { minutes: 2 },
    fn: async () => {
      await evaluator.evaluateDue(database, clock);
      const now = clock.now().toISOString();
      await database.stores.trends.forgetBefore(dayOf(now, KEPT_DAYS));
    },
  });
}
