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
 * @public
 */
export function canonicalJson(value: unknown): string {
  if (isInOrder(value)) {
    // The same several times as fast.
    return JSON.stringify(value);
  }
  // First as JSON sees it: without what is undefined.
  return serialize(JSON.parse(JSON.stringify(value)))!;
}

/** SHA-256, in lower-case hexadecimal. @public */
export function sha256(content: string | Buffer): string {
  return hash('sha256', content);
}

/** Whether the fields of an object, and of all objects in it, stand in canonical order. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return value !== undefined;
  }
  if (Array.isArray(value)) {
    return value.every(isInOrder);
  }
  // Else it says itself what is written of it, in an order of its own.
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') {
    return false;
  }
  // Without a closure, since evidence has millions of fields.
  let previous = '';
  for (const field of Object.keys(value)) {
    const of = (value as Record<string, unknown>)[field];
    if (field < previous || (typeof of === 'object' && !isInOrder(of))) {
      return false;
    }
    previous = field;
  }
  return true;
}
