import { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError, ResponseError } from '@backstage/errors';
import {
  ACTION_PERMISSIONS,
  GorgiasAction,
  GorgiasClient,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { Patience, undefinedIfNotFound, untilFound } from './patience';
import { saysTheSame, TemplateRule, withPeopleOf } from './rule';

/** What the step of a template does with one entity. Doing any of it again changes nothing. */
export class AddCriticalSystem {
  readonly #client: GorgiasClient;
  readonly #entityRef: string;
  readonly #logger: LoggerService;
  readonly #patience: Patience;
  readonly #signal?: AbortSignal;

  constructor(options: {
    client: GorgiasClient;
    entityRef: string;
    logger: LoggerService;
    patience: Patience;
    signal?: AbortSignal;
  }) {
    this.#client = options.client;
    this.#entityRef = options.entityRef;
    this.#logger = options.logger;
    this.#patience = options.patience;
    this.#signal = options.signal;
  }

  /** Puts the entity on the list, as soon as the catalog has it. */
  async add(): Promise<boolean> {
    const { critical } = await this.#readable('be found', () =>
      untilFound(() => this.#client.getSystem(this.#entityRef), {
        patience: this.#patience,
        signal: this.#signal,
        onWait: () =>
          this.#logger.info(
            `Waiting for ${this.#entityRef} to be in the catalog`,
          ),
      }),
    );
    if (critical) {
      this.#logger.info(
        `${this.#entityRef} is a critical system already, added by ${
          critical.addedBy
        }`,
      );
      return false;
    }
    await this.#readable('be added as a critical system', () =>
      this.#client.addCriticalSystem(this.#entityRef),
    );
    this.#logger.info(`${this.#entityRef} is now a critical system`);
    return true;
  }

  /** Puts a rule in force, unless it is. */
  async setAccessRule(rule: TemplateRule, reason?: string): Promise<boolean> {
    const { accessRule } = await this.#readable('be looked at', () =>
      this.#client.getAccessRule(this.#entityRef),
    );
    if (saysTheSame(accessRule?.spec, rule)) {
      this.#logger.info(
        `The access rule of ${this.#entityRef} is this already`,
      );
      return false;
    }
    const now = new Date().toISOString();
    await this.#readable('be given this access rule', () =>
      this.#client.putAccessRule(this.#entityRef, {
        spec: withPeopleOf(accessRule?.spec, rule, now),
        revision: accessRule?.revision ?? 0,
        ...(reason && { reason }),
      }),
    );
    this.#logger.info(`The access rule of ${this.#entityRef} is set`);
    return true;
  }

  async status(): Promise<string> {
    const { status } = await this.#readable('be looked at', () =>
      this.#client.getSystem(this.#entityRef),
    );
    return status;
  }

  /** Says what would be done, and does nothing. The entity may be one that only a real run registers. */
  async rehearse(rule?: TemplateRule): Promise<string> {
    const system = await this.#readable('be looked at', () =>
      this.#client.getSystem(this.#entityRef).catch(undefinedIfNotFound),
    );
    if (system?.critical) {
      this.#logger.info(`${this.#entityRef} is a critical system already`);
    } else {
      this.#requirePermission(system, 'administrate');
      this.#logger.info(
        `${this.#entityRef} would be added as a critical system`,
      );
    }
    if (rule && !saysTheSame(system?.accessRule?.spec, rule)) {
      this.#requirePermission(system, 'manage-access-rule');
      this.#logger.info('Its access rule would be set');
    }
    return system?.status ?? 'not-configured';
  }

  /** Better in the rehearsal than after everything before this step has been done. */
  #requirePermission(system: SystemSummary | undefined, action: GorgiasAction) {
    if (system && !system.actions.includes(action)) {
      throw new NotAllowedError(
        `You need the permission ${ACTION_PERMISSIONS[action].name} for ${
          this.#entityRef
        }. Ask an admin of Backstage.`,
      );
    }
  }

  /** Does something, and has it fail with what the plugin says, which tells a remedy, rather than with the status of HTTP. */
  async #readable<T>(what: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (ResponseError.is(error)) {
        throw new Error(
          `${this.#entityRef} could not ${what}: ${error.cause.message}`,
        );
      }
      throw error;
    }
  }
}
