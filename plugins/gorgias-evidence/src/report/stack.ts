import {
  VERDICT_STATUSES,
  VerdictCounts,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';
import { Markup, markup } from './markup';
import { STATUS_WORDS, statusWords } from './words';

/** Each status that there is one of, with the number and those before it. */
export function stacked(
  counts: VerdictCounts,
): Array<{ status: VerdictStatus; start: number; accounts: number }> {
  let start = 0;
  return VERDICT_STATUSES.flatMap(status => {
    const accounts = counts[status];
    start += accounts;
    return accounts > 0 ? [{ status, start: start - accounts, accounts }] : [];
  });
}

/** All of them together. */
export function totalOf(counts: VerdictCounts): number {
  return VERDICT_STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** Statuses that any of some counts has one of. */
export function statusesIn(all: readonly VerdictCounts[]): VerdictStatus[] {
  return VERDICT_STATUSES.filter(status =>
    all.some(counts => counts[status] > 0),
  );
}

/** In words, for those who don't see the colours. */
export function countWords(counts: VerdictCounts): string {
  const parts = stacked(counts).map(
    ({ status, accounts }) =>
      `${accounts} ${STATUS_WORDS[status].title.toLowerCase()}`,
  );
  return parts.length > 0 ? parts.join(', ') : 'none';
}

/** Which colour is which status. */
export function legend(statuses: readonly VerdictStatus[]): Markup {
  return markup`<ul class="legend">${statuses.map(
    status => markup`<li>${statusWords(status)}</li>`,
  )}</ul>\n`;
}

/** A number in a drawing. */
export function px(value: number): number {
  return Number(value.toFixed(2));
}
