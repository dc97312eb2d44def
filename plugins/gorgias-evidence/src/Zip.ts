import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { Entry, ZipFile } from 'yauzl';
import { BundleBytes } from './bundleBytes';

/** A zip, of which files are read one by one. */
export class Zip {
  readonly #zip: ZipFile;
  readonly #entries: readonly Entry[];

  /** @throws Error when it is no zip that can be read */
  static async open(bytes: BundleBytes): Promise<Zip> {
    const zip = await bytes.openZip();
    const entries: Entry[] = [];
    await new Promise<void>((resolve, reject) => {
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry: Entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
    return new Zip(zip, entries);
  }

  private constructor(zip: ZipFile, entries: readonly Entry[]) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** The names of the files, in their order. */
  get names(): string[] {
    return this.#entries.map(({ fileName }) => fileName);
  }

  /** The parts of a file, as they come; none when there is no such file. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.find(({ fileName }) => fileName === name);
    if (entry) {
      yield* await promisify(
        (done: (error: Error | null, stream: Readable) => void) =>
          this.#zip.openReadStream(entry, done),
      )();
    }
  }

  /** A file, `undefined` when there is none of this name. */
  async readAll(name: string): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for await (const part of this.read(name)) {
      parts.push(part);
    }
    return this.names.includes(name) ? Buffer.concat(parts) : undefined;
  }
}
