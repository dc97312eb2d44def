import { CHECKS } from '../checks';
import { Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { table } from './table';
import { joined, time } from './words';

/** Failing verdicts that somebody decided to tolerate. */
export function exceptionSection({
  exceptions,
  population,
}: ReportData): Markup {
  const names = new Map(
    population?.rows.map(({ accountId, name }) => [accountId, name]),
  );
  const titles = new Map(CHECKS);
  const text = (value: unknown) => (value ? String(value) : undefined);
  return markup`<h2>Exceptions</h2>
<p>A verdict that an exception covers is exempt and never counts as passing.</p>
${table(
  'Exceptions that were open in the period',
  [
    'Account',
    'Check',
    'Status',
    'Reason',
    'Requested',
    'Until',
    'Decided',
    'Lapsed',
  ],
  exceptions.map(exception => {
    const accountId = String(exception.accountId);
    const checkId = String(exception.checkId);
    return [
      names.get(accountId) ?? accountId,
      titles.get(checkId) ?? checkId,
      text(exception.status),
      joined(text(exception.reason), text(exception.reference)),
      joined(text(exception.requestedBy), time(exception.requestedAt)),
      time(exception.until),
      joined(
        text(exception.decidedBy),
        time(exception.decidedAt),
        text(exception.decisionReason),
      ),
      joined(time(exception.lapsedAt), text(exception.lapsedBecause)),
    ];
  }),
)}`;
}
