/**
 * Backend of the Gorgias access compliance plugin.
 *
 * @packageDocumentation
 */
export { gorgiasPlugin as default } from './plugin';
