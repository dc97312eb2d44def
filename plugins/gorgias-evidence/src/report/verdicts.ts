import {
  CHECK_TITLES,
  countStatuses,
  VerdictCounts,
} from 'backstage-plugin-gorgias-checks';
import { CHECKS, isStatus } from '../checks';
import { Population, PopulationRow } from '../population';
import { Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { countWords, legend, px, stacked, statusesIn, totalOf } from './stack';
import { table } from './table';
import { STATUS_WORDS, statusWords, time } from './words';

/** How the checks stood at the end of the period. */
export function verdictSection({
  about,
  population,
  isStale,
}: ReportData): Markup {
  if (!population) {
    return markup`<h2>Verdicts at the end of the period</h2>
<p class="note">The ledger does not tell who had access: it had not begun, or what it said was removed.</p>
`;
  }
  const checks = CHECKS.map(([checkId, title]) => ({
    title,
    counts: countsOf(population.rows, checkId),
  }));
  const statuses = statusesIn(checks.map(({ counts }) => counts));
  return markup`<h2>Verdicts at the end of the period</h2>
${staleNote(about.period.to, population.factsAt, isStale)}${accessControl(
    population,
  )}${legend(statuses)}${checks.map(bar)}${table(
    'Accounts by check and verdict',
    ['Check', ...statuses.map(status => STATUS_WORDS[status].title)],
    checks.map(({ title, counts }) => [
      title,
      ...statuses.map(status => counts[status]),
    ]),
  )}`;
}

/** The one check that judges the system, and no account. */
function accessControl({ accessControl: verdict }: Population): Markup | null {
  return (
    verdict &&
    markup`<h3>${CHECK_TITLES['access-control-configured']}</h3>
<p>${statusWords(verdict.status)}, since ${time(verdict.since)}</p>
`
  );
}

function countsOf(
  rows: readonly PopulationRow[],
  checkId: string,
): VerdictCounts {
  const counts = countStatuses([]);
  for (const { verdicts } of rows) {
    const status = verdicts[checkId]?.status;
    if (isStatus(status)) counts[status] += 1;
  }
  return counts;
}

function bar({
  title,
  counts,
}: {
  title: string;
  counts: VerdictCounts;
}): Markup {
  const total = totalOf(counts);
  const width = (accounts: number) => px((accounts * 100) / total);
  return markup`<h3>${title}</h3>
<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="Accounts: ${countWords(
    counts,
  )}">
${stacked(counts).map(
  ({ status, start, accounts }) =>
    markup`<rect class="${status}" x="${width(start)}" width="${width(
      accounts,
    )}" height="10"/>\n`,
)}</svg>
`;
}

function staleNote(
  to: string,
  factsAt: string | null,
  isStale: boolean,
): Markup {
  if (factsAt === null) {
    return markup`<p class="note">Nothing had been read from Gorgias completely by then.</p>\n`;
  }
  return isStale
    ? markup`<p class="note">The facts were last read completely at ${time(
        factsAt,
      )}, which by ${time(
        to,
      )} was longer ago than allowed. So verdicts that rest on them are shown as stale, whatever they were before: nobody knew any more.</p>\n`
    : markup`<p>They rest on facts that were last read completely at ${time(
        factsAt,
      )}. A verdict becomes stale when its facts are older than allowed.</p>\n`;
}
