import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Stores } from '../database';
import { SealedTokens } from './SealedTokens';

/**
 * Encrypts by the first of the configured keys what is still encrypted by
 * another, so that an old key can be taken out of the configuration.
 */
export async function reencryptTokens(context: {
  stores: Stores;
  sealed: SealedTokens;
  logger: LoggerService;
}): Promise<void> {
  const { stores, sealed, logger } = context;
  for (const connection of await stores.connections.list()) {
    const log = logger.child({ connectionId: connection.id });
    try {
      const resealed = sealed.reseal(connection);
      // Not kept when the tokens were renewed meanwhile: the next turn sees those.
      const kept =
        Object.keys(resealed).length > 0 &&
        (await stores.connections.putResealed(connection, resealed));
      if (kept) {
        log.info('Encrypted the tokens of a connection by the current key');
      }
    } catch (error) {
      log.warn(`The tokens of a connection can't be encrypted anew: ${error}`);
    }
  }
}

/** Does so every hour, on one replica at a time. */
export async function scheduleReencryption(
  scheduler: SchedulerService,
  context: Parameters<typeof reencryptTokens>[0],
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'reencrypt-tokens',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 5 },
    fn: () => reencryptTokens(context),
  });
}
