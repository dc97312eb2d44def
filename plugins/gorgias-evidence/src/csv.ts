import { CHECKS } from './checks';
import { stringify } from 'csv-stringify/sync';
import { ExceptionRecord } from './exceptions';
import { Population, PopulationRow } from './population';

/** A column of a table: what it is called, and what stands in it. */
export type Column<T> = [title: string, valueOf: (row: T) => unknown];

const POPULATION_COLUMNS: Array<Column<PopulationRow>> = [
  ['Account id', row => row.accountId],
  ['Name', row => row.name],
  ['E-mail', row => row.email],
  ['Gorgias role', row => row.gorgiasRole],
  ['State', row => row.state],
  ['Kind', row => row.kind],
  ['Identity', row => row.identity.type],
  ['Staff member or owner', row => row.identity.staffRef ?? row.identity.owner],
  ['Name of staff member', row => row.identity.displayName],
  ['State of staff member', row => row.identity.staffState],
  ['Purpose', row => row.identity.purpose],
  ['Review at', row => row.identity.reviewAt],
  ...CHECKS.flatMap(
    ([checkId, title]): Array<Column<PopulationRow>> => [
      [`${title}: status`, row => row.verdicts[checkId]?.status],
      [`${title}: since`, row => row.verdicts[checkId]?.since],
      [`${title}: exception`, row => row.verdicts[checkId]?.exceptionId],
    ],
  ),
];

const EXCEPTION_COLUMNS: Array<Column<ExceptionRecord>> = [
  ['Id', row => row.id],
  ['Account id', row => row.accountId],
  ['Check', row => row.checkId],
  ['Status', row => row.status],
  ['Reason', row => row.reason],
  ['Reference', row => row.reference],
  ['Requested by', row => row.requestedBy],
  ['Requested at', row => row.requestedAt],
  ['Until', row => row.until],
  ['Decided by', row => row.decidedBy],
  ['Decided at', row => row.decidedAt],
  ['Reason of decision', row => row.decisionReason],
  ['Lapsed at', row => row.lapsedAt],
  ['Lapsed because', row => row.lapsedBecause],
  ['Two-person rule', row => row.twoPersonRule],
];

/** Who had access, as CSV. @public */
export function populationCsv(population: Population | undefined): string {
  return toCsv(POPULATION_COLUMNS, population?.rows ?? []);
}

/** Exceptions, as CSV. @public */
export function exceptionsCsv(exceptions: ExceptionRecord[]): string {
  return toCsv(EXCEPTION_COLUMNS, exceptions);
}

/**
 * CSV as RFC 4180 has it, in UTF-8. Opens right in spreadsheets, which take a
 * file without a byte order mark for one in another encoding, and text that
 * begins with an equals sign for a formula to be run.
 */
export function toCsv<T>(columns: Array<Column<T>>, rows: T[]): string {
  return stringify(
    rows.map(row =>
      columns.map(([, valueOf]) => {
        const value = valueOf(row) ?? '';
        return typeof value === 'boolean' ? String(value) : value;
      }),
    ),
    {
      bom: true,
      header: true,
      columns: columns.map(([title]) => title),
      record_delimiter: '\r\n',
      escape_formulas: true,
      // Or what comes after a line break in a text could be a cell, and so a formula.
      quoted_match: /[\r\n]/,
    },
  );
}
