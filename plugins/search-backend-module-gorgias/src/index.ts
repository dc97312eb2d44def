/**
 * Finds critical systems and Gorgias accounts in the search of Backstage.
 *
 * @packageDocumentation
 */
export { searchModuleGorgias as default } from './module';
