/**
 * Types, permissions and API client shared by the Gorgias access compliance
 * plugins.
 *
 * @packageDocumentation
 */
export * from './accessRule';
export * from './account';
export * from './api';
export * from './checks';
export * from './client';
export * from './connection';
export * from './evidence';
export * from './exception';
export * from './history';
export * from './identity';
export * from './messages';
export * from './people';
export * from './review';
export * from './permissions';
export * from './signals';
export * from './subdomain';
export * from './sync';
export * from './system';
export * from './trends';
