import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = 'search.collators.gorgias.schedule';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // The first run is to find the plugin that it asks started.
  initialDelay: { seconds: 10 },
};

/**
 * How often the index is made anew.
 *
 * @throws InputError when the configuration holds no schedule
 */
export function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig(KEY);
  if (!schedule) {
    return DEFAULT_SCHEDULE;
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule);
  } catch (error) {
    throw new InputError(
      `${KEY}: is no schedule; write it like { frequency: { minutes: 10 }, timeout: { minutes: 15 } }`,
      error,
    );
  }
}
