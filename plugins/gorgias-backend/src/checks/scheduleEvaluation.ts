import { SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { Evaluator } from './Evaluator';

/** Judges anew what time alone has changed, such as when an exception ends; on one replica at a time. */
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
    fn: () => evaluator.evaluateDue(database, clock),
  });
}
