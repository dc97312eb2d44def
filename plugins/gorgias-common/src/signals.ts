/**
 * The channel of Backstage's signals on which the backend tells that
 * something changed in a system. Its name is the entity ref, so that only
 * those learn of a system who know of it already.
 *
 * @public
 */
export function gorgiasSignalChannel(entityRef: string): string {
  return `gorgias:${entityRef}`;
}

/**
 * What is told: that it is worth reading the system again, never what
 * changed, since everybody may listen.
 *
 * @public
 */
export interface GorgiasSignal {
  type: 'changed';
}
