/** Parts of a text are no longer than this, and one item more. */
const PART_LENGTH = 32_000;

/**
 * Items, each as JSON, in one array of JSON, in bytes. V8 takes several times
 * as long to make one text of more than 128 kB as to make the same in parts,
 * so there is none of all of it.
 *
 * @param around - what is to stand before and after the array
 */
export function jsonArray(
  items: Iterable<string>,
  around: { before?: string; after?: string } = {},
): Buffer {
  const parts: Buffer[] = [];
  let text = `${around.before ?? ''}[`;
  let separator = '';
  for (const item of items) {
    text += separator + item;
    separator = ',';
    if (text.length > PART_LENGTH) {
      parts.push(Buffer.from(text));
      text = '';
    }
  }
  parts.push(Buffer.from(`${text}]${around.after ?? ''}`));
  return Buffer.concat(parts);
}
