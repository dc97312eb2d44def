/**
 * Work that goes on while other work is waited for, and is waited for later.
 * When the other work fails, nobody hears how this one ended.
 */
export function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}
