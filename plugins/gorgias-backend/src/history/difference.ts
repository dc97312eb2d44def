import { isDeepStrictEqual } from 'node:util';

/**
 * What of a state changed: the fields that differ, as they were and as they
 * are; `undefined` when none does.
 */
export function difference<T extends object>(
  before: T | undefined,
  after: T | undefined,
  fields: ReadonlyArray<keyof T & string>,
):
  | {
      before: Record<string, unknown> | null;
      after: Record<string, unknown> | null;
    }
  | undefined {
  const changed = fields.filter(
    field => !isDeepStrictEqual(before?.[field], after?.[field]),
  );
  const pick = (state: T | undefined) =>
    state === undefined
      ? null
      : Object.fromEntries(changed.map(field => [field, state[field] ?? null]));
  return changed.length === 0
    ? undefined
    : { before: pick(before), after: pick(after) };
}
