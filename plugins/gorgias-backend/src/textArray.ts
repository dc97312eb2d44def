/** The oid of the type `text`, which never changes. */
const TEXT_OID = 25;
const INT32_BYTES = 4;
const HEADER_BYTES = 5 * INT32_BYTES;

/**
 * An array of texts in the bytes by which PostgreSQL takes a `text[]`: how many
 * dimensions, whether there are nulls, the type, how many and from which on,
 * and each with its length (`array_recv` in PostgreSQL's `arrayfuncs.c`).
 * Neither side has anything to escape or to take apart. Halves of characters,
 * which PostgreSQL refuses, become U+FFFD.
 */
export function textArray(
  values: ReadonlyArray<string | number | boolean | null>,
): Buffer {
  const texts = values.map(value => (value === null ? null : String(value)));
  let size = HEADER_BYTES;
  for (const text of texts) {
    size += INT32_BYTES + (text === null ? 0 : Buffer.byteLength(text));
  }
  const bytes = Buffer.allocUnsafe(size);
  const header = [1, texts.includes(null) ? 1 : 0, TEXT_OID, texts.length, 1];
  let end = 0;
  for (const number of header) end = bytes.writeInt32BE(number, end);
  for (const text of texts) {
    if (text === null) {
      end = bytes.writeInt32BE(-1, end);
    } else {
      const length = bytes.write(text, end + INT32_BYTES);
      end = bytes.writeInt32BE(length, end) + length;
    }
  }
  return bytes;
}
