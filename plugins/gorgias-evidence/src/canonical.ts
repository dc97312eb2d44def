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
  // The same several times as fast.
  if (isInOrder(value)) {
    return JSON.stringify(value);
  }
  const ordered = inOrder(value);
  if (isInOrder(ordered)) {
    return JSON.stringify(ordered);
  }
  // First as JSON sees it: without what is undefined.
  return serialize(JSON.parse(JSON.stringify(value)))!;
}

/** SHA-256, in lower-case hexadecimal. @public */
export function sha256(content: string | Buffer): string {
  return hash('sha256', content);
}

/** The same with the fields of all objects in canonical order, as far as JavaScript keeps it. */
function inOrder(value: unknown): unknown {
  if (isInOrder(value) || typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  if (saysItself(value)) {
    return value;
  }
  const fields = value as Record<string, unknown>;
  // Not by assignments, which a field called __proto__ would not outlive.
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map(field => [field, inOrder(fields[field])]),
  );
}

/** Whether the fields of an object, and of all objects in it, stand in canonical order. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return value !== undefined;
  }
  if (Array.isArray(value)) {
    return value.every(isInOrder);
  }
  if (saysItself(value)) {
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

/** Whether an object says itself what is written of it, in an order of its own. */
function saysItself(value: object): boolean {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}
