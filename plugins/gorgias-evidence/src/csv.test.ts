import fc from 'fast-check';
import { filesSaying, hostileTexts } from './__testUtils__/hostile';

/** The cells of a CSV file, as a reader that takes every line break for one has them. */
function cellsOf(csv: string): string[] {
  return [
    ...csv.matchAll(/(?<=^|[,\r\n])(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g),
  ].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

describe('the CSV files', () => {
  it('have no cell that a spreadsheet would run, whatever people write', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a\n=', 'a\r='),
        hostileTexts,
        (first, rest) => {
          for (const [name, csv] of Object.entries(
            filesSaying(text => first + text + rest),
          )) {
            const cells = name.endsWith('.csv') ? cellsOf(csv) : [];
            expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
          }
        },
      ),
    );
  });
});
