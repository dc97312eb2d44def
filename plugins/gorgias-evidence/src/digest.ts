import { createHash } from 'node:crypto';
import { sha256 } from './canonical';

/** What a file is known by. */
export interface Digest {
  size: number;
  /** In lower-case hexadecimal. */
  sha256: string;
}

/** Passes a file on, and tells its size and hash when it has ended. */
export async function* digesting(
  parts: AsyncIterable<Buffer>,
  onEnd: (digest: Digest) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of parts) {
    hash.update(part);
    size += part.length;
    yield part;
  }
  onEnd({ size, sha256: hash.digest('hex') });
}

/** The size and hash of all that comes. */
export async function digestOf(parts: AsyncIterable<Buffer>): Promise<Digest> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of parts) {
    hash.update(part);
    size += part.length;
  }
  return { size, sha256: hash.digest('hex') };
}

/** The size and hash of what is in memory. */
export function digestOfBuffer(content: Buffer): Digest {
  return { size: content.length, sha256: sha256(content) };
}
