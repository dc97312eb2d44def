import { createHash } from 'node:crypto';

/**
 * The id of the connection of an entity to an account. Always the same, so
 * that two people who connect at the same instant make one connection, and
 * whoever connects again goes on with its history.
 */
export function connectionIdOf(entityRef: string, subdomain: string): string {
  const hash = createHash('sha256')
    .update(`${entityRef} ${subdomain}`)
    .digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
