import { hash } from 'node:crypto';
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
 * has the same hash everywhere. What is undefined is left out, as JSON does.
 *
 * @throws Error for a number that JSON can't hold
 * @public
 */
export function canonicalJson(value: unknown): string {
  return serialize(value)!;
}

/** SHA-256, in lower-case hexadecimal. @public */
export function sha256(content: string | Buffer): string {
  return hash('sha256', content);
}
