import { writeFileSync } from 'node:fs';
import { machineFacts, writeJson } from '../report';
import { percentile } from '../statistics';
import { drifts, HANDLES, MEMORY } from './flatness';
import { escapeXml, toSvg } from './plot';
import { Timeline } from './Timeline';

const SHOWN_PROBLEMS = 20;

/** All that a soak has shown. */
export interface SoakResult {
  seed: number;
  /** When things began to go wrong and when they ceased to, in seconds since the start. */
  begun: number;
  ended: number;
  machine: ReturnType<typeof machineFacts>;
  invariants: Array<{ name: string; holds: boolean; problems: string[] }>;
  /** How often each thing happened. */
  events: Record<string, number>;
  /** How many sync runs ended how. */
  syncs: Record<string, number>;
  /** How many answers to admins were what. */
  answers: Record<string, number>;
  /** How many processes there were. */
  replicas: number;
  timeline: Timeline;
}

/** Writes it for people, as Markdown and as a page with a picture, and for machines. */
export function writeReports(path: string, result: SoakResult): void {
  writeJson(`${path}.json`, result);
  writeFileSync(`${path}.md`, `${toMarkdown(result)}\n`);
  writeFileSync(`${path}.html`, toHtml(result));
}

/** What is shown in the terminal. */
export function toSummary(result: SoakResult): string {
  const broken = result.invariants.filter(({ holds }) => !holds);
  return [
    toTable(
      ['invariant', ''],
      result.invariants.map(({ name, holds }) => [
        name,
        holds ? 'holds' : 'BROKEN',
      ]),
    ),
    ...broken.flatMap(({ name, problems }) => [
      `\nBROKEN: ${name}`,
      ...shown(problems).map(problem => `- ${problem}`),
    ]),
  ].join('\n');
}

function toMarkdown(result: SoakResult): string {
  const { seed, machine, begun, ended, invariants } = result;
  return [
    `# Soak with seed ${seed}`,
    `Everything went wrong for ${((ended - begun) / 60).toFixed(
      1,
    )} minutes, in ${result.replicas} processes, on ${machine.cores} cores of ${
      machine.cpu
    } with ${machine.memoryGigabytes} GB, ${machine.system}, Node ${
      machine.node
    }.`,
    '## What must hold',
    toTable(
      ['invariant', ''],
      invariants.map(({ name, holds }) => [name, holds ? 'holds' : 'BROKEN']),
    ),
    ...invariants
      .filter(({ holds }) => !holds)
      .map(
        ({ name, problems }) =>
          `### BROKEN: ${name}\n\n${shown(problems)
            .map(problem => `- ${problem}`)
            .join('\n')}`,
      ),
    '## What happened',
    toTable(['event', 'times'], Object.entries(result.events)),
    '## How sync runs ended',
    toTable(['outcome', 'runs'], Object.entries(result.syncs)),
    '## What admins were answered',
    toTable(['answer', 'times'], Object.entries(result.answers)),
    '## How replicas were',
    driftTable(result.timeline),
    lagSentence(result.timeline),
  ].join('\n\n');
}

function toHtml(result: SoakResult): string {
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    `<title>Soak with seed ${result.seed}</title>`,
    '<body style="font-family: sans-serif; max-width: 1240px; margin: 2em auto">',
    toSvg(result.timeline, result),
    '<p>Solid is the resident memory of each replica, dashed its heap after a collection; one colour is one process. In the grey part everything goes wrong. Point at a mark to read what it was. A green sync run is complete, an orange one held, a red one failed.</p>',
    `<pre style="white-space: pre-wrap">${escapeXml(toMarkdown(result))}</pre>`,
    '</body></html>\n',
  ].join('\n');
}

function driftTable({ samples }: Timeline): string {
  return toTable(
    [
      'replica',
      'lived, s',
      'what',
      'second quarter',
      'last quarter',
      'at most',
    ],
    drifts(samples, [...MEMORY, ...HANDLES]).map(
      ({ replica, seconds, what, early, late, bound }) => [
        replica,
        seconds.toFixed(0),
        what,
        early.toFixed(1),
        late.toFixed(1),
        bound.toFixed(1),
      ],
    ),
  );
}

function lagSentence({ samples }: Timeline): string {
  const lags = samples.map(({ lagMilliseconds }) => lagMilliseconds);
  return `The event loop was held up for ${percentile(lags, 0.5).toFixed(
    0,
  )} ms at most in half of the ${lags.length} samples, for ${percentile(
    lags,
    0.99,
  ).toFixed(0)} ms in 99 %.`;
}

function toTable(
  header: string[],
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
): string {
  return [header, header.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function shown(problems: string[]): string[] {
  const more = problems.length - SHOWN_PROBLEMS;
  return [
    ...problems.slice(0, SHOWN_PROBLEMS),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
