import { Mark, MARK_KINDS, Sample, Timeline } from './Timeline';

const WIDTH = 1200;
const LEFT = 90;
const RIGHT = 20;
const MEMORY_TOP = 30;
const MEMORY_HEIGHT = 300;
const ROW = 26;
const MEGABYTE = 1024 * 1024;
const COLOURS = [
  '#1f77b4',
  '#d62728',
  '#2ca02c',
  '#9467bd',
  '#8c564b',
  '#e377c2',
  '#17becf',
  '#bcbd22',
];

/** What happened when, as a picture: the memory of each replica, and below it a row of marks for each kind of event. */
export function toSvg(
  { samples, marks }: Timeline,
  { begun, ended }: { begun: number; ended: number },
): string {
  const end = Math.max(ended, ...samples.map(({ at }) => at));
  const most = Math.max(1, ...samples.map(({ rss }) => rss)) * 1.05;
  const x = (at: number) => LEFT + (at / end) * (WIDTH - LEFT - RIGHT);
  const y = (bytes: number) => MEMORY_TOP + MEMORY_HEIGHT * (1 - bytes / most);
  const rowsTop = MEMORY_TOP + MEMORY_HEIGHT + 40;
  const height = rowsTop + MARK_KINDS.length * ROW + 20;

  const lines = [...bySameReplica(samples)].flatMap(
    ([replica, life], index) => {
      const colour = COLOURS[index % COLOURS.length];
      const line = (of: (sample: Sample) => number, style: string) =>
        `<polyline fill="none" stroke="${colour}" ${style} points="${life
          .map(
            sample => `${x(sample.at).toFixed(1)},${y(of(sample)).toFixed(1)}`,
          )
          .join(' ')}"><title>${replica}</title></polyline>`;
      return [
        line(({ rss }) => rss, 'stroke-width="1.5"'),
        line(({ heapUsed }) => heapUsed, 'stroke-dasharray="4 3"'),
      ];
    },
  );
  const rows = MARK_KINDS.map((kind, index) => {
    const middle = rowsTop + index * ROW + ROW / 2;
    const dots = marks
      .filter(mark => mark.kind === kind)
      .map(
        mark =>
          `<circle cx="${x(mark.at).toFixed(
            1,
          )}" cy="${middle}" r="4" fill="${colourOf(
            mark,
          )}"><title>${mark.at.toFixed(0)} s: ${escapeXml(
            mark.text,
          )}</title></circle>`,
      );
    return `<text x="${LEFT - 10}" y="${
      middle + 4
    }" text-anchor="end">${kind}</text><line x1="${LEFT}" x2="${
      WIDTH - RIGHT
    }" y1="${middle}" y2="${middle}" stroke="#ddd"/>${dots.join('')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Memory of the replicas and what happened, over time">`,
    `<rect x="${x(begun)}" width="${
      x(ended) - x(begun)
    }" y="${MEMORY_TOP}" height="${height - MEMORY_TOP - 20}" fill="#f6f6f6"/>`,
    ...ticks(most / MEGABYTE).map(
      megabytes =>
        `<text x="${LEFT - 10}" y="${
          y(megabytes * MEGABYTE) + 4
        }" text-anchor="end">${megabytes} MB</text><line x1="${LEFT}" x2="${
          WIDTH - RIGHT
        }" y1="${y(megabytes * MEGABYTE)}" y2="${y(
          megabytes * MEGABYTE,
        )}" stroke="#ddd"/>`,
    ),
    ...ticks(end).map(
      seconds =>
        `<text x="${x(seconds)}" y="${
          MEMORY_TOP + MEMORY_HEIGHT + 20
        }" text-anchor="middle">${seconds} s</text>`,
    ),
    ...lines,
    ...rows,
    '</svg>',
  ].join('\n');
}

function colourOf({ kind, text }: Mark): string {
  if (kind !== 'sync') {
    return '#555';
  }
  const colours: Record<string, string> = {
    complete: '#2ca02c',
    held: '#ff7f0e',
  };
  return colours[text] ?? '#d62728';
}

function bySameReplica(samples: readonly Sample[]): Map<string, Sample[]> {
  const lives = new Map<string, Sample[]>();
  for (const sample of samples) {
    lives.set(sample.replica, [...(lives.get(sample.replica) ?? []), sample]);
  }
  return lives;
}

/** Some five round numbers from 0 on. */
function ticks(most: number): number[] {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map(each => each * power).find(each => each >= rough) ??
    rough;
  return Array.from(
    { length: Math.floor(most / step) + 1 },
    (_, index) => index * step,
  );
}

/** A text as it may stand in XML and HTML. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
