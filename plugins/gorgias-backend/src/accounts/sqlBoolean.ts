/** SQLite has no booleans and answers 0 and 1; null is kept, it means "not told". */
export function fromSqlBoolean(
  value: boolean | number | null | undefined,
): boolean | null {
  return value === null || value === undefined ? null : Boolean(value);
}
