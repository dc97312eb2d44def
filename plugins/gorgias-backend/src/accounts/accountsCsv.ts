import {
  AccountRow,
  CHECK_TITLES,
  CheckId,
  gorgiasRoleTitle,
  Identity,
  Verdict,
} from 'backstage-plugin-gorgias-common';
import { Stringifier, stringify } from 'csv-stringify';

/** A column, and what it says of an account. */
type Column = [title: string, valueOf: (row: AccountRow) => string | null];

const ACCOUNT_COLUMNS: Column[] = [
  ['Account id', ({ id }) => id],
  ['Name', ({ name }) => name],
  ['E-mail', ({ email }) => email],
  [
    'Gorgias role',
    ({ gorgiasRole }) => gorgiasRole && gorgiasRoleTitle(gorgiasRole),
  ],
  ['State', ({ state }) => state],
  ['Kind', ({ kind }) => kind],
  ['Identity', ({ identity }) => identity.type],
  ['Staff member or owner', ({ identity }) => personOf(identity)],
  ['Org roles', ({ orgRoles }) => orgRoles.join('; ')],
  ['Last log-in', ({ lastLogInAt }) => lastLogInAt],
  ['Created', ({ createdAt }) => createdAt],
];

const CHECKS: CheckId[] = [
  'user-identified',
  'offboarded-access-removed',
  'mfa-enabled',
  'access-valid',
];

const COLUMNS: Column[] = [
  ...ACCOUNT_COLUMNS,
  ...CHECKS.flatMap((checkId): Column[] => {
    const column = (
      what: string,
      valueOf: (verdict: Verdict) => string | undefined,
    ): Column => [
      `${CHECK_TITLES[checkId]}: ${what}`,
      ({ verdicts }) => {
        const verdict = verdicts.find(one => one.checkId === checkId);
        return (verdict && valueOf(verdict)) ?? null;
      },
    ];
    return [
      column('status', ({ status }) => status),
      column('ground', ({ ground }) => ground),
      column('since', ({ since }) => since),
      column('due', ({ dueAt }) => dueAt),
    ];
  }),
];

/**
 * Turns rows into CSV as RFC 4180 has it. Opens right in spreadsheets, which
 * take a file without a byte order mark for one in another encoding, and
 * text that begins with an equals sign for a formula to be run.
 */
export function accountsCsv(): Stringifier {
  return stringify({
    bom: true,
    header: true,
    columns: COLUMNS.map(([title]) => title),
    record_delimiter: '\r\n',
    escape_formulas: true,
    // Or what comes after a line break in a text could be a cell, and so a formula.
    quoted_match: /[\r\n]/,
  });
}

/** The fields of an account, in the order of the columns. */
export function toCsvRecord(row: AccountRow): Array<string | null> {
  return COLUMNS.map(([, valueOf]) => valueOf(row));
}

function personOf(identity: Identity): string | null {
  switch (identity.type) {
    case 'staff-member':
      return identity.staffRef;
    case 'unidentified':
      return null;
    default:
      return identity.owner;
  }
}
