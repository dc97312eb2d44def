import { AuditorService } from '@backstage/backend-plugin-api';

/** Does something a person asked for, and has it audited however it ends. */
export async function audited<T>(
  auditor: AuditorService,
  event: Parameters<AuditorService['createEvent']>[0],
  work: () => Promise<T>,
): Promise<T> {
  const auditorEvent = await auditor.createEvent(event);
  try {
    const result = await work();
    await auditorEvent.success();
    return result;
  } catch (error) {
    await auditorEvent.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
