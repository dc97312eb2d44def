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

    /**
     * The OAuth app that was registered with Gorgias. May be left out where
     * `apiKey.enabled` is set.
     */
    oauth?: {
      clientId: string;
      /** @visibility secret */
      clientSecret: string;
    };

    /** For companies that can't install OAuth apps. */
    apiKey?: {
      /**
       * Whether Gorgias may be connected by the API key of an admin too. Such
       * a key may do everything its user may, also write, so OAuth is better
       * where it is possible. Default: false.
       */
      enabled?: boolean;
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
      /**
       * From when on a change is held for an admin to accept or discard,
       * instead of being believed: a complete read, of Gorgias or of the
       * catalog, that would mark more than this share gone at once, and at
       * least so many.
       */
      massChange?: {
        /** 0 to 1. Default: 0.2. */
        share?: number;
        /** Default: 5. */
        minimum?: number;
      };
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
