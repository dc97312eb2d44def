import {
  makeBundle,
  makeLedger,
  makeSource,
} from './__testUtils__/makeEvidence';
import { LedgerEntry } from './entry';

async function* brokenOff(
  entries: LedgerEntry[],
  error: Error,
): AsyncGenerator<LedgerEntry> {
  yield* entries;
  throw error;
}

describe('writeBundle', () => {
  it.each([0, 1, 3])(
    'fails with what ended the ledger after %d entries',
    async read => {
      const error = new Error('the database system is starting up');
      const entries = brokenOff(makeLedger().entries.slice(0, read), error);
      await expect(makeBundle(makeSource({ entries }))).rejects.toBe(error);
    },
  );
});
