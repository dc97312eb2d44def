import { DateTime } from 'luxon';
import {
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts';
import { Removal } from './removals';

const TICK = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

/** When access was removed, and how many days after leaving; those later than the target differ in shape too. */
export const RevocationPlot = (props: {
  removals: Removal[];
  targetDays: number;
  axisLabel: string;
  targetLabel: string;
  height: number;
}) => {
  const { removals, targetDays, height } = props;
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width: 400, height }}
    >
      <ScatterChart
        margin={{ top: 16, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          padding={{ left: 16, right: 16 }}
          tickCount={4}
          tickLine={false}
          tick={TICK}
          stroke="var(--bui-border-2)"
          tickFormatter={at =>
            DateTime.fromMillis(at).toLocaleString({
              month: 'short',
              day: 'numeric',
            })
          }
        />
        <YAxis
          dataKey="days"
          type="number"
          width={48}
          domain={[0, (most: number) => Math.ceil(Math.max(most, targetDays))]}
          allowDecimals={false}
          tickCount={4}
          tickLine={false}
          axisLine={false}
          tick={TICK}
          label={{
            value: props.axisLabel,
            angle: -90,
            position: 'insideLeft',
            ...TICK,
          }}
        />
        <ReferenceLine
          y={targetDays}
          stroke="var(--bui-fg-primary)"
          strokeDasharray="4 4"
          ifOverflow="extendDomain"
          label={{
            value: props.targetLabel,
            position: 'insideBottomRight',
            ...TICK,
          }}
        />
        <Scatter
          data={removals.filter(({ isLate }) => !isLate)}
          shape="circle"
          fill="var(--bui-positive-fg-subdued)"
          isAnimationActive={false}
        />
        <Scatter
          data={removals.filter(({ isLate }) => isLate)}
          shape="triangle"
          fill="var(--bui-fg-negative)"
          isAnimationActive={false}
        />
      </ScatterChart>
    </ResponsiveContainer>
  );
};
