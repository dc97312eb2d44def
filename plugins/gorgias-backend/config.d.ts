import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Access compliance for the company's Gorgias. */
  gorgias?: {
    /**
     * The address of a Gorgias account, with `{subdomain}` in the place of
     * the account's subdomain. Requests with credentials go nowhere else.
     * Default: `https://{subdomain}.gorgias.com`.
     */
    baseUrl?: string;

    /** The OAuth app that was registered with Gorgias. */
    oauth: {
      clientId: string;
      /** @visibility secret */
      clientSecret: string;
    };

    /** How tokens are encrypted at rest. */
    encryption: {
      /** The first key encrypts, all of them decrypt. */
      keys: Array<{
        /** Names the key; letters, digits, "-" and "_". */
        id: string;
        /**
         * At least 32 characters of random text.
         * @visibility secret
         */
        secret: string;
      }>;
    };

    sync?: {
      /** When Gorgias and the catalog are read. Default: every 15 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How old facts may be before verdicts turn stale. Default: 2 hours. */
      staleAfter?: HumanDuration | string;
    };

    /** Which catalog users are staff. */
    staff?: {
      /**
       * Catalog filter of the User entities that are staff, next to
       * `kind: User`. Default: all of them.
       */
      filter?: { [key: string]: string | string[] };
      offboarded?: {
        /**
         * Annotation of a User entity that says that the person has left;
         * its value is the date, such as `2026-10-31`. A date that lies ahead
         * does not count yet, and a value that is no date does. Default:
         * `gorgias.com/offboarded-on`.
         */
        annotation?: string;
      };
    };
  };
}
