/**
 * Scaffolder action that adds an entity as a critical system and sets its
 * access rule.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGorgias as default } from './module';
