/**
 * Verifies evidence of access to Gorgias, without a server. Apart from making it,
 * so that a backend, which only makes it, does not load this at each start.
 *
 * @packageDocumentation
 */
export type { BundleManifest } from './bundle';
export type * from './canonical';
export * from './cli';
export type * from './entry';
export type * from './head';
export * from './verifyBundle';
export * from './verifyChain';
