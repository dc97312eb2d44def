/**
 * Extension points of the Gorgias access compliance backend plugin, and its API for others.
 *
 * @packageDocumentation
 */
export * from './gorgiasService';
export * from './headRecipient';
export * from './identityMatcher';
export * from './permissions';
export * from './staffSource';
