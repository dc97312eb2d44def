import { GorgiasVerdictEvent } from 'backstage-plugin-gorgias-common';

/** What is shown of a system changed: of itself, or of its connection. */
export type SystemChange = { entityRef: string } | { connectionId: string };

/** What changed: a system, or the status of verdicts. */
export type Changed = SystemChange | { verdicts: GorgiasVerdictEvent[] };

/** Hears of changes of systems, and of each change of verdicts. */
export type OnChange = (changed: Changed) => void;
