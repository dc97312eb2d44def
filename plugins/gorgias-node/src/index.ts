/**
 * Extension points of the Gorgias access compliance backend plugin.
 *
 * @packageDocumentation
 */
export * from './headRecipient';
export * from './permissions';
export * from './staffSource';
