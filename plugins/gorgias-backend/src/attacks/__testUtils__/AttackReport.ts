import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

interface Row {
  requests: number;
  /** How many answers of each class, such as `4xx`. */
  statuses: Record<string, number>;
  findings: string[];
}

/** What was sent to each route, and what came of it. */
export class AttackReport {
  readonly #rows: Record<string, Row> = {};

  constructor(private readonly how: { seed: number; rounds: number }) {}

  count(operation: string, status: number): void {
    const row = this.#rowOf(operation);
    const of = `${Math.floor(status / 100)}xx`;
    row.requests += 1;
    row.statuses[of] = (row.statuses[of] ?? 0) + 1;
  }

  find(operation: string, finding: string): void {
    this.#rowOf(operation).findings.push(finding);
  }

  write(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    const report = { ...this.how, routes: this.#rows };
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  }

  #rowOf(operation: string): Row {
    this.#rows[operation] ??= { requests: 0, statuses: {}, findings: [] };
    return this.#rows[operation];
  }
}
