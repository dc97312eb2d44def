import { VerdictStatus } from 'backstage-plugin-gorgias-checks';
import { isStatus } from '../checks';
import { Markup, markup } from './markup';

/** What a status is called, and the colour that goes with it. */
export const STATUS_WORDS: Record<
  VerdictStatus,
  { title: string; colour: string }
> = {
  failing: { title: 'Failing', colour: '#b3261e' },
  unknown: { title: 'Unknown', colour: '#b26a00' },
  stale: { title: 'Stale', colour: '#e0b23c' },
  'not-configured': { title: 'Not configured', colour: '#6b7280' },
  exempt: { title: 'Exempt', colour: '#6750a4' },
  passing: { title: 'Passing', colour: '#2e7d4f' },
  'not-applicable': { title: 'Not applicable', colour: '#c9ced6' },
};

/** A status as it is shown. */
export function statusWords(status: string | undefined): Markup {
  return isStatus(status)
    ? markup`<span class="status ${status}">${STATUS_WORDS[status].title}</span>`
    : markup`${status}`;
}

/** A time to the minute, in UTC as all of them. */
export function time(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d.*Z$/, '$1 $2');
}

/** Parts of a sentence that are there. */
export function joined(...parts: Array<string | null | undefined>): string {
  return parts.filter(Boolean).join(', ');
}

/** A number of things. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
