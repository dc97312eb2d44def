import { SyncOutcome } from 'backstage-plugin-gorgias-common';

/** How a bar looks by how the run ended: colour, and the shape of its top and its fill. */
export const OUTCOME_LOOKS: Readonly<
  Record<SyncOutcome, { fill: string; mark: string }>
> = {
  complete: { fill: 'var(--bui-positive-fg-subdued)', mark: '' },
  failed: { fill: 'var(--bui-fg-negative)', mark: '✕' },
  held: { fill: 'var(--bui-warning-fg-subdued)', mark: '‖' },
  running: { fill: 'var(--bui-fg-announcement)', mark: '…' },
};
