import { Knex } from 'knex';
import { LedgerEvent } from '../../plugins/gorgias-backend/src/evidence/LedgerStore';
import { ENTITY } from './system';

/** What a process that writes the ledger is asked to do. */
export interface LedgerTask {
  /** To the database. */
  connection: Knex.PgConnectionConfig;
  writer: number;
  entries: number;
}

/** So much happens at once, such as verdicts of an evaluation. */
export const PER_TRANSACTION = 4;

/** That a verdict changed, as the ledger is told. */
export function verdictEvent(writer: number, number: number): LedgerEvent {
  const shown = (status: string) => ({
    status,
    ground: `The account of p${number}@acme.example has no second factor.`,
    facts: { ownTwoFactor: status === 'passing', ssoEnforced: false },
  });
  return {
    at: new Date().toISOString(),
    kind: 'verdict',
    entityRef: ENTITY,
    body: {
      accountId: `${writer}-${number}`,
      checkId: 'mfa-enabled',
      before: shown('passing'),
      after: shown('failing'),
    },
  };
}
