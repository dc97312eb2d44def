import { closeSync, createReadStream, fstatSync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { fromBuffer, fromFd, ZipFile } from 'yauzl';

/** The bytes of a bundle, of which only what is being read is in memory. */
export interface BundleBytes {
  readonly length: number;
  read(start: number, end: number): AsyncIterable<Buffer>;
  openZip(): Promise<ZipFile>;
  close(): void;
}

// The zip is read file by file, in an order of its own.
const OPTIONS = { lazyEntries: true, autoClose: false };

type Opened = (error: Error | null, zip: ZipFile) => void;

/**
 * @param bundle - the bytes themselves, or the path of the file they are in
 * @throws Error when there is no such file
 */
export function openBundle(bundle: Buffer | string): BundleBytes {
  return typeof bundle === 'string' ? bytesOfFile(bundle) : bytesOf(bundle);
}

function bytesOf(buffer: Buffer): BundleBytes {
  return {
    length: buffer.length,
    async *read(start, end) {
      yield buffer.subarray(start, end);
    },
    openZip: promisify((done: Opened) => fromBuffer(buffer, OPTIONS, done)),
    close: () => undefined,
  };
}

function bytesOfFile(path: string): BundleBytes {
  // Opened once, so that nobody puts another file in its place in between.
  const fd = openSync(path, 'r');
  return {
    length: fstatSync(fd).size,
    async *read(start, end) {
      if (start < end) {
        yield* createReadStream(path, {
          fd,
          start,
          end: end - 1,
          autoClose: false,
        });
      }
    },
    openZip: promisify((done: Opened) => fromFd(fd, OPTIONS, done)),
    close: () => closeSync(fd),
  };
}
