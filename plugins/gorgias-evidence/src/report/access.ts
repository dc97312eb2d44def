import { VERDICT_STATUSES, worstStatus } from 'backstage-plugin-gorgias-checks';
import { CHECKS } from '../checks';
import { PopulationRow } from '../population';
import { Content, Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { table } from './table';
import { count, statusWords } from './words';

/** Who had access at the end of the period, those first of whom something fails. */
export function accessSection({ population }: ReportData): Markup {
  if (!population) {
    return markup``;
  }
  const rank = (row: PopulationRow) =>
    VERDICT_STATUSES.indexOf(worstVerdict(row));
  const rows = [...population.rows].sort((a, b) => rank(a) - rank(b));
  return markup`<h2>Who had access</h2>
<p>${count(
    rows.length,
    'account',
  )} at the end of the period, those first of which something fails. More of each is in <code>population.csv</code>.</p>
${table(
  'Accounts at the end of the period',
  [
    'Account',
    'Gorgias role',
    'State',
    'Whose',
    ...CHECKS.map(([, title]) => title),
  ],
  rows.map(row => [
    accountWords(row),
    row.gorgiasRole,
    row.state,
    whose(row),
    ...CHECKS.map(([checkId]) => statusWords(row.verdicts[checkId]?.status)),
  ]),
)}`;
}

function worstVerdict({ verdicts }: PopulationRow) {
  return worstStatus(Object.values(verdicts).map(({ status }) => status));
}

function accountWords({ accountId, name, email }: PopulationRow): Content {
  return [name ?? accountId, email === null ? null : markup`<br>${email}`];
}

function whose({ identity }: PopulationRow): string {
  const { type, staffRef, displayName, staffState, owner, purpose } = identity;
  if (type === 'staff-member') {
    return `${displayName ?? staffRef} (${staffState})`;
  }
  return [type, purpose, owner && `answered for by ${owner}`]
    .filter(Boolean)
    .join(', ');
}
