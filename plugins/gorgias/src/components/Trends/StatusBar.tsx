import {
  VERDICT_STATUSES,
  VerdictCounts,
} from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { fillOf, opacityOf } from './patterns';
import { StatusLegend } from './StatusLegend';

const HEIGHT = 16;

/** How many of some accounts have which status: as a bar, with the numbers below. */
export const StatusBar = (props: { label: string; counts: VerdictCounts }) => {
  const { label, counts } = props;
  const { t } = useTexts();
  const statuses = VERDICT_STATUSES.filter(status => counts[status] > 0);
  const total = statuses.reduce((sum, status) => sum + counts[status], 0);
  let before = 0;
  return (
    <div>
      <svg width="100%" height={HEIGHT} aria-hidden>
        {statuses.map(status => {
          const start = before;
          before += counts[status];
          return (
            <rect
              key={status}
              x={`${(100 * start) / total}%`}
              width={`${(100 * counts[status]) / total}%`}
              height={HEIGHT}
              fill={fillOf(status)}
              fillOpacity={opacityOf(status)}
            />
          );
        })}
      </svg>
      <StatusLegend
        label={label}
        statuses={statuses}
        textOf={status => t(`counts.${status}`, { n: counts[status] })}
      />
    </div>
  );
};
