import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  gorgiasSignalChannel,
  GorgiasSignal,
} from 'backstage-plugin-gorgias-common';
import { Stores } from '../database';
import { SystemChange } from './changes';

/** At most one signal a system in this time, so that a sync run is no flood. */
const QUIET_MILLISECONDS = 1_000;

const CHANGED: GorgiasSignal = { type: 'changed' };

interface SignalsOptions {
  signals: SignalsService;
  stores: { connections: Pick<Stores['connections'], 'get'> };
  logger: LoggerService;
  /** Does something after a while. */
  later?: (callback: () => void, milliseconds: number) => void;
}

/**
 * Tells the browsers that show a system when it is worth reading it again.
 * Who misses a signal reads it a little later anyway, so nothing waits for
 * them, and one that fails stops nothing.
 */
export class Signals {
  readonly #options: Required<SignalsOptions>;
  readonly #entityRefs = new Map<string, string>();
  /** The systems of which was told just now, and whether they changed again. */
  readonly #quiet = new Map<string, boolean>();

  constructor(options: SignalsOptions) {
    this.#options = {
      // No reason for the process to stay.
      later: (callback, milliseconds) =>
        setTimeout(callback, milliseconds).unref(),
      ...options,
    };
  }

  /** Never throws. Call it when what changed is committed. */
  async changed(changed: SystemChange): Promise<void> {
    try {
      const entityRef =
        'entityRef' in changed
          ? changed.entityRef
          : await this.#entityRefOf(changed.connectionId);
      if (entityRef !== undefined) {
        await this.#tell(entityRef);
      }
    } catch (error) {
      this.#options.logger.warn(
        `Could not tell browsers of a change, they will see it later: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #tell(entityRef: string): Promise<void> {
    if (this.#quiet.has(entityRef)) {
      this.#quiet.set(entityRef, true);
      return;
    }
    this.#quiet.set(entityRef, false);
    this.#options.later(() => {
      const changedAgain = this.#quiet.get(entityRef);
      this.#quiet.delete(entityRef);
      if (changedAgain) {
        this.changed({ entityRef });
      }
    }, QUIET_MILLISECONDS);
    await this.#options.signals.publish({
      recipients: { type: 'broadcast' },
      channel: gorgiasSignalChannel(entityRef),
      message: { ...CHANGED },
    });
  }

  /** Connections are never given to another system, nor deleted. */
  async #entityRefOf(connectionId: string): Promise<string | undefined> {
    const known = this.#entityRefs.get(connectionId);
    if (known !== undefined) {
      return known;
    }
    const connection = await this.#options.stores.connections.get(connectionId);
    if (connection) {
      this.#entityRefs.set(connectionId, connection.entityRef);
    }
    return connection?.entityRef;
  }
}
