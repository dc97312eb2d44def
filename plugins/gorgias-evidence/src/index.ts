/**
 * Makes evidence of access to Gorgias, and verifies it without a server.
 *
 * @packageDocumentation
 */
export * from './canonical';
export * from './entry';
export * from './head';
export * from './population';
export * from './verifyChain';
