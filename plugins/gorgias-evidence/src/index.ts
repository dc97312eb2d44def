/**
 * What evidence of access to Gorgias is made of, and how it is made.
 *
 * @packageDocumentation
 */
export type { BundleManifest } from './bundle';
export * from './canonical';
export * from './entry';
export { peopleOf } from './EvidenceReplay';
export * from './facts';
export * from './head';
export * from './population';
export type * from './reviews';
export * from './writeBundle';
