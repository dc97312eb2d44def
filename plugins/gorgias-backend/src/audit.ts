import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/**
 * Does something a person asked for, and has it audited however it ends.
 *
 * @param toMeta - what of the result is of interest to auditors
 */
export async function audited<T>(
  auditor: AuditorService,
  event: Parameters<AuditorService['createEvent']>[0],
  work: () => Promise<T>,
  toMeta: (result: T) => JsonObject | undefined = () => undefined,
): Promise<T> {
  const auditorEvent = await auditor.createEvent(event);
  try {
    const result = await work();
    const meta = toMeta(result);
    await auditorEvent.success(meta && { meta });
    return result;
  } catch (error) {
    await auditorEvent.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
