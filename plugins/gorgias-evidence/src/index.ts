/**
 * Makes evidence of access to Gorgias, and verifies it without a server.
 *
 * @packageDocumentation
 */
export type { BundleManifest } from './bundle';
export * from './canonical';
export * from './cli';
export * from './entry';
export { peopleOf } from './EvidenceReplay';
export * from './facts';
export * from './head';
export * from './population';
export type * from './reviews';
export * from './verifyBundle';
export * from './verifyChain';
export * from './writeBundle';
