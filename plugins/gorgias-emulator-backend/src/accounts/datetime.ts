/**
 * Writes a time the way Gorgias does: with microseconds and `+00:00`.
 * A Date knows milliseconds only, so the rest comes from a counter, which
 * keeps the times of things made in the same millisecond apart.
 */
export function toGorgiasDatetime(date: Date, counter = 0): string {
  const micros = String(counter % 1000).padStart(3, '0');
  return date.toISOString().replace('Z', `${micros}+00:00`);
}

/** Reads a time of the API: with a space or `T`, and in UTC without an offset. */
export function fromGorgiasDatetime(text: string): Date {
  const iso = text.replace(' ', 'T');
  return new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}Z`);
}
