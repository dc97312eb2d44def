/**
 * The plugin for apps on the new frontend system.
 *
 * @packageDocumentation
 */
export { gorgiasPlugin as default } from './alpha/plugin';
export { gorgiasTranslationRef } from './translation';
