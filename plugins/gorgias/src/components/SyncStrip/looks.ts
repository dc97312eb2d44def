import { SyncOutcome } from 'backstage-plugin-gorgias-common';

/** How a bar looks by how the run ended: colour, and the shape of its top and its fill. */
export const OUTCOME_LOOKS: Readonly<
  Record<SyncOutcome, { fill: string; mark: string }>
> = {
  complete: { fill: 'var(--bui-fg-success-on-bg)', mark: '' },
  failed: { fill: 'var(--bui-fg-danger)', mark: '✕' },
  held: { fill: 'var(--bui-fg-warning-on-bg)', mark: '‖' },
  running: { fill: 'var(--bui-fg-info)', mark: '…' },
};
