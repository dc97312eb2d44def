import { Counts } from '../checks';
import { Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { countWords, legend, px, stacked, statusesIn, totalOf } from './stack';
import { table } from './table';
import { TrendPoint } from './Trend';
import { STATUS_WORDS, time } from './words';

/** A point of which it is known how it was. */
type KnownPoint = TrendPoint & { counts: Counts };

/** How the accounts stood over the period, each by the worst of its verdicts. */
export function trendSection({ trend }: ReportData): Markup {
  const known = trend.filter(
    (point): point is KnownPoint => point.counts !== undefined,
  );
  if (known.length === 0) {
    return markup``;
  }
  const statuses = statusesIn(known.map(({ counts }) => counts));
  return markup`<h2>Accounts over the period</h2>
<p>Each account counts once, by the worst of its verdicts at that time.</p>
<figure>
${legend(statuses)}${plot(trend, known)}<div class="ends"><span>${time(
    trend[0].at,
  )}</span><span>${time(trend.at(-1)!.at)}</span></div>
</figure>
<details>
<summary>The same in numbers</summary>
${table(
  'Accounts over the period by their worst verdict',
  ['At', 'Accounts', ...statuses.map(status => STATUS_WORDS[status].title)],
  known.map(({ at, counts }) => [
    time(at),
    totalOf(counts),
    ...statuses.map(status => counts[status]),
  ]),
)}</details>
`;
}

/** A column a point, the worst at the bottom; a gap where nothing is known. */
function plot(trend: TrendPoint[], known: KnownPoint[]): Markup {
  const most = Math.max(1, ...known.map(({ counts }) => totalOf(counts)));
  const height = (count: number) => px((count * 200) / most);
  const width = 600 / trend.length;
  const column = ({ counts }: TrendPoint, index: number) =>
    (counts ? stacked(counts) : []).map(
      ({ status, start, count }) =>
        markup`<rect class="${status}" x="${px(index * width)}" y="${px(
          200 - height(start + count),
        )}" width="${px(width)}" height="${height(count)}"/>\n`,
    );
  const words = ({ at, counts }: KnownPoint) =>
    `At ${time(at)}: ${countWords(counts)}.`;
  return markup`<svg class="plot" viewBox="0 0 600 200" preserveAspectRatio="none" role="img" aria-labelledby="trend-title trend-text">
<title id="trend-title">Accounts over the period, at most ${most}</title>
<desc id="trend-text">${words(known[0])} ${words(known.at(-1)!)}</desc>
${trend.map(column)}</svg>
`;
}
