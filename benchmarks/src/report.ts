import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { dirname } from 'node:path';
import { Figure } from './benchmark';
import { median } from './statistics';

/** A figure of a benchmark, summed up. */
export interface ReportRow {
  benchmark: string;
  what: string;
  on: string;
  unit: Figure['unit'];
  median: number;
  /** The least and the most of the repetitions. */
  least: number;
  most: number;
  repetitions: number;
  baseline?: { what: string; median: number };
  /** The median as a multiple of the baseline's. */
  ratio?: number;
  mustReach?: string;
  reached?: boolean;
}

export function summarise(benchmark: string, figure: Figure): ReportRow {
  const { what, on, unit, values, baseline, mustReach } = figure;
  const middle = median(values);
  const base = baseline && median(baseline.values);
  return {
    benchmark,
    what,
    on,
    unit,
    median: middle,
    least: Math.min(...values),
    most: Math.max(...values),
    repetitions: values.length,
    ...(baseline && {
      baseline: { what: baseline.what, median: base! },
      ...(base! > 0 && { ratio: middle / base! }),
    }),
    ...(mustReach && {
      mustReach: mustReach.text,
      reached: mustReach.holds(middle, base ?? 0),
    }),
  };
}

/** The rows as a table of Markdown, which is read in a terminal too. */
export function toTable(rows: readonly ReportRow[]): string {
  const cells = [
    [
      'what',
      'on',
      'median (least to most)',
      'of the baseline',
      'must reach',
      '',
    ],
    ...rows.map(row => [
      `${row.benchmark}: ${row.what}`,
      row.on,
      `${number(row.median)} ${row.unit} (${number(row.least)} to ${number(
        row.most,
      )})`,
      row.ratio === undefined
        ? ''
        : `${number(row.ratio)} × ${row.baseline!.what}`,
      row.mustReach ?? '',
      row.reached === undefined ? '' : reachedWord(row.reached),
    ]),
  ];
  const widths = cells[0].map((_, column) =>
    Math.max(...cells.map(line => line[column].length)),
  );
  const lines = cells.map(
    line =>
      `| ${line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join(' | ')} |`,
  );
  lines.splice(
    1,
    0,
    `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`,
  );
  return lines.join('\n');
}

/** What of the machine a figure hangs on. */
export function machineFacts() {
  const [cpu] = os.cpus();
  return {
    cpu: cpu?.model ?? 'unknown',
    cores: os.cpus().length,
    memoryGigabytes: Math.round(os.totalmem() / 1e9),
    system: `${os.platform()} ${os.arch()}`,
    node: process.version,
  };
}

export function writeJson(file: string, content: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

function reachedWord(reached: boolean): string {
  return reached ? 'reached' : 'NOT REACHED';
}

function number(value: number): string {
  if (value === 0) return '0';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
