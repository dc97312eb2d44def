import { VerdictCounts } from 'backstage-plugin-gorgias-checks';
import { Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { countWords, legend, px, stacked, statusesIn, totalOf } from './stack';
import { table } from './table';
import { TrendPoint } from './Trend';
import { count, STATUS_WORDS, time } from './words';

/** A point of which it is known how it was. */
type KnownPoint = TrendPoint & { counts: VerdictCounts };

/** How the accounts stood over the period, each by the worst of its verdicts. */
export function trendSection({ trend }: ReportData): Markup {
  const known = trend.filter(
    (point): point is KnownPoint => point.counts !== undefined,
  );
  if (known.length === 0) {
    return markup``;
  }
  const statuses = statusesIn(known.map(({ counts }) => counts));
  const most = Math.max(1, ...known.map(({ counts }) => totalOf(counts)));
  return markup`<h2>Accounts over the period</h2>
<p>Each account counts once, by the worst of its verdicts at that time. As high as the drawing is ${count(
    most,
    'account',
  )}.</p>
<figure>
${legend(statuses)}${plot(trend, known, most)}<div class="ends"><span>${time(
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
function plot(trend: TrendPoint[], known: KnownPoint[], most: number): Markup {
  const height = (accounts: number) => px((accounts * 200) / most);
  const width = 600 / trend.length;
  const column = ({ counts }: TrendPoint, index: number) =>
    (counts ? stacked(counts) : []).map(
      ({ status, start, accounts }) =>
        markup`<rect class="${status}" x="${px(index * width)}" y="${px(
          200 - height(start + accounts),
        )}" width="${px(width)}" height="${height(accounts)}"/>\n`,
    );
  const words = ({ at, counts }: KnownPoint) =>
    `At ${time(at)}: ${countWords(counts)}.`;
  return markup`<svg class="plot" viewBox="0 0 600 200" preserveAspectRatio="none" role="img" aria-labelledby="trend-title trend-text">
<title id="trend-title">Accounts over the period</title>
<desc id="trend-text">${words(known[0])} ${words(known.at(-1)!)}</desc>
${trend.map(column)}</svg>
`;
}
