import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * Reads a duration under `gorgias`, `undefined` where there is none.
 *
 * @throws InputError with one line when it is none, or shorter than so many seconds
 */
export function readSeconds(
  config: Config,
  key: string,
  least: number,
): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  let seconds: number;
  try {
    seconds =
      durationToMilliseconds(readDurationFromConfig(config, { key })) / 1000;
  } catch (error) {
    throw new InputError(
      `Invalid configuration: gorgias.${key} is not a duration such as { hours: 1 }: ${error}`,
    );
  }
  if (seconds < least) {
    throw new InputError(
      `Invalid configuration: gorgias.${key} is too short; it needs at least ${least} seconds`,
    );
  }
  return seconds;
}
