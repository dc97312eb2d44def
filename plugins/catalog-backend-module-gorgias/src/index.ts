/**
 * Shows on a catalog entity how the access to Gorgias stands.
 *
 * @packageDocumentation
 */
export { catalogModuleGorgias as default } from './module';
