import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Critical systems and Gorgias accounts in the search. */
      gorgias?: {
        /**
         * How often the index is made anew. Default: every 10 minutes, with a
         * timeout of 15 minutes, 10 seconds after the start.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
