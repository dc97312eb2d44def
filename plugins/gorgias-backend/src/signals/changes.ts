/** What changed: a system itself, or something of its connection. */
export type Changed = { entityRef: string } | { connectionId: string };

/** Hears of changes of what is shown of systems. */
export type OnChange = (changed: Changed) => void;
