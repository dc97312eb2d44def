/**
 * Facts of the access to Gorgias for the scorecards of Tech Insights.
 *
 * @packageDocumentation
 */
export { techInsightsModuleGorgias as default } from './module';
