import { createHash } from 'node:crypto';
import serialize from 'canonicalize';

/** A value that JSON can hold. @public */
export type Json =
  | null
  | boolean
  | number
  | string
  | Json[]
  | { [key: string]: Json };

/** An object that JSON can hold. @public */
export type JsonObject = { [key: string]: Json };

/**
 * The one way to write a value as JSON, after RFC 8785, so that the same value
 * has the same hash everywhere.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  // First as JSON sees it: without what is undefined.
  return serialize(JSON.parse(JSON.stringify(value)))!;
}

/** SHA-256, in lower-case hexadecimal. @public */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
