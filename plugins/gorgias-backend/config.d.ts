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

    /**
     * Which e-mail addresses are taken for the same one when accounts are
     * matched to staff members. How they are written makes no difference in
     * any case.
     */
    identities?: {
      /**
       * Whether an account's `sam+gorgias@acme.com` is taken for the
       * `sam@acme.com` of a staff member. Default: false.
       */
      plusAliases?: boolean;
      /**
       * Domains in which every address is the same mailbox as in another,
       * each with that other, such as `acme.co.uk: acme.com`. Default: none.
       */
      domainAliases?: { [alias: string]: string };
    };

    checks?: {
      /**
       * In how many days after it began to fail a verdict should be fixed, by
       * check; more than 0, fractions are possible. Default: 1 for
       * `offboarded-access-removed`, 7 for all others.
       */
      dueDays?: {
        'user-identified'?: number;
        'offboarded-access-removed'?: number;
        'access-control-configured'?: number;
        'mfa-enabled'?: number;
        'access-valid'?: number;
      };
    };

    /** Decisions to tolerate a failing verdict for a while. */
    exceptions?: {
      /**
       * Whether an exception has to be approved by somebody else than who
       * asked for it and whose account it is for. Where it is off, each
       * exception says so. Default: true.
       */
      twoPersonRule?: boolean;
      /**
       * How many days ahead an exception may end, 1 to 365. Default: 365.
       */
      maxDays?: number;
    };

    /**
     * What people are told by Backstage's notifications of what has become
     * theirs to do. Access reviews remind people regardless of this.
     */
    notifications?: {
      /** Default: true. */
      enabled?: boolean;
      /**
       * How much time is at least between two notifications for the same
       * person or group of the same system. That somebody who left still has
       * access is told at once. Default: 1 day.
       */
      digestInterval?: HumanDuration | string;
    };

    /**
     * Who is told of each verdict whose status changed, by a POST that is
     * signed as Standard Webhooks says. Default: nobody.
     */
    webhooks?: Array<{
      /**
       * Names the receiver, in metrics and log lines: small letters, digits
       * and "-", at most 40. What is still to be sent belongs to it, so keep
       * it when the address changes.
       */
      id: string;
      /** The address; `https://`, or `http://` for localhost alone. */
      url: string;
      /**
       * What it is signed with: at least 24 random bytes in base64, after
       * `whsec_` or alone.
       *
       * @visibility secret
       */
      secret: string;
    }>;

    /** The ledger of evidence for auditors. */
    evidence?: {
      /**
       * Signs where the ledger ends, and exports. Default: nothing is signed,
       * and evidence says that it proves nothing to somebody who does not
       * trust this server.
       */
      signing?: {
        /**
         * Names the key; letters, digits, "-" and "_". A new key needs a new
         * name.
         */
        keyId: string;
        /**
         * A private key for Ed25519 in PEM (PKCS8), made by
         * `openssl genpkey -algorithm ed25519`.
         * @visibility secret
         */
        privateKey: string;
      };
      /** How often it is signed where the ledger ends. Default: 1 hour. */
      headInterval?: HumanDuration | string;
      /**
       * How long what happened can be read in the ledger. After that only its
       * hashes are kept, so that the chain still can be verified. Default: for
       * ever.
       */
      retention?: HumanDuration | string;
    };

    /**
     * Which catalog users are staff, and where what is told of them. A field
     * is the path to it in the User entity, with dots between the keys, such
     * as `spec.profile.workEmail`. What follows `metadata.annotations.` or
     * `metadata.labels.` is one key, dots and slash included, such as
     * `metadata.annotations.acme.example/aliases`.
     */
    staff?: {
      /**
       * Catalog filter of the User entities that are staff, next to
       * `kind: User`. Default: all of them.
       */
      filter?: { [key: string]: string | string[] };
      /**
       * The field of an id that people keep when they are renamed, such as
       * `metadata.annotations.graph.microsoft.com/user-id` or
       * `metadata.annotations.backstage.io/ldap-uuid`. With it, a new entity
       * ref is not taken for a new person, and a person who takes over the
       * entity ref of somebody who left not for that person. Default: the uid
       * of the entity, which the catalog makes anew when it is renamed.
       */
      uidField?: string;
      /**
       * Fields with further e-mail addresses, next to `spec.profile.email`:
       * an address, several with commas between them, or a list. Default:
       * none.
       */
      emailFields?: string[];
      /**
       * The field of the job title, which access rules then know as an org
       * role. Default: none.
       */
      jobTitleField?: string;
      /**
       * The field of the manager, as an entity ref or the name of the user;
       * the manager is asked to act on what fails for the person's accounts.
       * Default: none.
       */
      managerField?: string;
      offboarded?: {
        /**
         * Annotation of a User entity that says that the person has left;
         * its value is the date, such as `2026-10-31`. A day begins at
         * midnight UTC; for another time zone write a time with its offset,
         * such as `2026-10-31T18:00:00+01:00`. A date that lies ahead does
         * not count yet, and a value that is no date does. Default:
         * `gorgias.com/offboarded-on`.
         */
        annotation?: string;
        /**
         * Whether a person whose entity nothing brings in any more, which the
         * catalog marks by `backstage.io/orphan`, has left. Default: true.
         */
        orphaned?: boolean;
      };
    };
  };
}
