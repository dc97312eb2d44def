/**
 * Home page widget that shows a person their own access to Gorgias.
 *
 * @packageDocumentation
 */
export { gorgiasHomePlugin, HomePageGorgiasAccess } from './plugin';
