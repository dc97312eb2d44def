import { fromBuffer, Entry, ZipFile } from 'yauzl';
import { promisify } from 'node:util';

/** The files of a zip, in their order. @throws Error when it is no zip that can be read */
export async function readZip(
  content: Buffer,
): Promise<Array<{ name: string; content: Buffer }>> {
  const zip = await promisify(
    (done: (error: Error | null, file: ZipFile) => void) =>
      fromBuffer(content, { lazyEntries: true }, done),
  )();
  const files: Array<{ name: string; content: Buffer }> = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      readEntry(zip, entry).then(file => {
        files.push({ name: entry.fileName, content: file });
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
  return files;
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await promisify(
    (done: (error: Error | null, stream: NodeJS.ReadableStream) => void) =>
      zip.openReadStream(entry, done),
  )();
  const parts: Buffer[] = [];
  for await (const part of stream) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
