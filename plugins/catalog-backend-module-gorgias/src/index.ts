/**
 * Shows on a catalog entity how the access to Gorgias stands.
 *
 * @packageDocumentation
 */
export {};
