import { Outcome } from './letHappen';

const HEADER = [
  'fault',
  'outcome',
  'facts then',
  'connection then',
  'tried on',
];

/** What became of every fault, for people. */
export class OutcomeTable {
  readonly #rows = new Map<string, { cells: string[]; databases: string[] }>();

  /** Adds a row, or a database to the row of the same outcome. */
  add({ fault, ended, facts, connection }: Outcome, database: string): void {
    const cells = [fault, ended, facts, connection];
    const key = cells.join('\n');
    const row = this.#rows.get(key) ?? { cells, databases: [] };
    row.databases.push(database);
    this.#rows.set(key, row);
  }

  /** The table in Markdown, aligned so that it can be read as it is. */
  toMarkdown(): string {
    const rows = [...this.#rows.values()].map(({ cells, databases }) => [
      ...cells,
      databases.join(', '),
    ]);
    const widths = HEADER.map((_, column) =>
      Math.max(...[HEADER, ...rows].map(row => row[column].length)),
    );
    const line = (row: string[]) =>
      `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
    return [
      line(HEADER),
      line(widths.map(width => '-'.repeat(width))),
      ...rows.map(line),
    ].join('\n');
  }
}
