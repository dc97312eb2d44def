import { VerdictStatus } from 'backstage-plugin-gorgias-common';
import {
  Bar,
  BarChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormats } from '../../hooks/useFormats';
import { fillOf, opacityOf } from './patterns';
import { TrendPoint } from './series';
import { TrendTooltip } from './TrendTooltip';

const TICK = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

/** The days of one check as stacked bars, the failing ones on the ground, where they can be compared; a day of which nothing is known has none. */
export const TrendPlot = (props: {
  points: TrendPoint[];
  statuses: VerdictStatus[];
  height: number;
}) => {
  const { points, statuses, height } = props;
  const { shortDay } = useFormats();
  const ticks = [
    points[0].day,
    points[Math.floor(points.length / 2)].day,
    points[points.length - 1].day,
  ];
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width: 300, height }}
    >
      <BarChart
        data={points}
        barCategoryGap={0}
        margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
        // Screen readers get the sentence and the table.
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="day"
          ticks={ticks}
          interval="preserveStartEnd"
          tickLine={false}
          tick={TICK}
          stroke="var(--bui-border-2)"
          tickFormatter={shortDay}
        />
        <YAxis
          width={32}
          allowDecimals={false}
          tickCount={3}
          tickLine={false}
          axisLine={false}
          tick={TICK}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--bui-border-1)', fillOpacity: 0.4 }}
          content={<TrendTooltip statuses={statuses} />}
        />
        {statuses.map(status => (
          <Bar
            key={status}
            // Nothing is drawn for zero; a stack does not get over a gap.
            dataKey={(point: TrendPoint) => point.counts?.[status] ?? 0}
            stackId="day"
            fill={fillOf(status)}
            fillOpacity={opacityOf(status)}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
};
