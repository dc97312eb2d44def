import { VerdictStatus } from 'backstage-plugin-gorgias-common';

/** The colours of the statuses in plots; each is dark or light enough on the background of either theme. */
const COLORS: Readonly<Record<VerdictStatus, string>> = {
  failing: 'var(--bui-fg-negative)',
  unknown: 'var(--bui-warning-fg-subdued)',
  stale: 'var(--bui-fg-secondary)',
  'not-configured': 'var(--bui-fg-primary)',
  exempt: 'var(--bui-fg-announcement)',
  passing: 'var(--bui-positive-fg-subdued)',
  'not-applicable': 'var(--bui-border-2)',
};

/** Lines across a tile of eight by eight, for those who see no colours; none is a full area. */
const LINES: Readonly<Partial<Record<VerdictStatus, string>>> = {
  unknown: 'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  stale: 'M0 4H8',
  'not-configured': 'M4 0V8',
  exempt: 'M0 0L8 8M-2 6L2 10M6 -2L10 2',
};

/** What an area of a status is filled with. */
export function fillOf(status: VerdictStatus): string {
  return LINES[status] ? `url(#gorgias-plot-${status})` : COLORS[status];
}

/** How strongly an area is filled: what is well must not outshine what is not. */
export function opacityOf(status: VerdictStatus): number {
  return status === 'passing' ? 0.7 : 1;
}

/** The patterns that plots and legends are filled with; once on a page is enough. */
export const PlotPatterns = () => (
  <svg width={0} height={0} aria-hidden style={{ position: 'absolute' }}>
    <defs>
      {Object.entries(LINES).map(([status, path]) => (
        <pattern
          key={status}
          id={`gorgias-plot-${status}`}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <rect
            width={8}
            height={8}
            fill={COLORS[status as VerdictStatus]}
            fillOpacity={0.45}
          />
          <path
            d={path}
            stroke={COLORS[status as VerdictStatus]}
            strokeWidth={3}
          />
        </pattern>
      ))}
    </defs>
  </svg>
);
