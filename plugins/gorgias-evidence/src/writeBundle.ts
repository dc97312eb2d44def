import { PassThrough, pipeline, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import {
  BundleManifest,
  DERIVED_FILES,
  MANIFEST,
  SEAL_LENGTH,
  SIGNATURE,
  signedManifest,
} from './bundle';
import { canonicalJson } from './canonical';
import { digesting } from './digest';
import { ChainedEntry, LedgerEntry, withoutContent } from './entry';
import { DerivedFiles, EvidenceReplay } from './EvidenceReplay';
import { SignedHead, SigningKey, signText } from './head';
import { readmeOf } from './readme';
import { Sealer } from './Sealer';

const PART_LENGTH = 64 * 1024;

/** What a bundle is made from. @public */
export interface BundleSource
  extends Omit<
    BundleManifest,
    'format' | 'version' | 'keyId' | 'files' | 'populationKnown'
  > {
  /** The entries of the part of the ledger, in their order. */
  entries: AsyncIterable<LedgerEntry>;
  /** Whose entries are shown, by their scopes; of others there are only hashes. */
  scopes: ReadonlySet<string>;
  heads: SignedHead[];
  /** `undefined`: nothing is signed. */
  key: SigningKey | undefined;
}

/**
 * Writes a bundle of evidence: a zip that is signed to its last byte, file by
 * file as it is read, so that it need not be in memory.
 *
 * @public
 */
export function writeBundle(source: BundleSource): Readable {
  const { entries, scopes, heads, key, ...about } = source;
  const keyId = key?.keyId ?? null;
  const replay = new EvidenceReplay({ ...about, keyId });
  const files: BundleManifest['files'] = [];
  const zip = new ZipFile();
  const add = (name: string, content: () => AsyncIterable<string>) =>
    zip.addReadStreamLazy(
      name,
      // The time of making, so that bundles tell nothing of time zones.
      { mtime: new Date(about.createdAt), forceDosTimestamp: true },
      callback => {
        const file = Readable.from(
          digesting(bytesOf(content()), digest =>
            files.push({ name, ...digest }),
          ),
          { objectMode: false },
        );
        // The zip does not look whether it fails, as it does when the ledger
        // can't be read to its end.
        file.on('error', error => zip.emit('error', error));
        callback(null, file);
      },
    );
  // All at once, after the ledger.
  let made: DerivedFiles | undefined;
  const derived = (name: keyof DerivedFiles) =>
    add(name, () => only(() => (made ??= replay.files())[name]));
  const manifest = () =>
    canonicalJson({
      format: 'gorgias-evidence',
      version: 1,
      ...about,
      populationKnown: replay.knowsPopulation,
      keyId,
      files: files.filter(({ name }) => name !== MANIFEST),
    } satisfies BundleManifest);

  add('README.txt', () => only(() => readmeOf({ ...about, keyId })));
  add('ledger.jsonl', () => ledgerLines(entries, scopes, replay));
  add('heads.jsonl', () => only(() => heads.map(lineOf).join('')));
  DERIVED_FILES.forEach(derived);
  add(MANIFEST, () => only(manifest));
  if (key) {
    add(SIGNATURE, () =>
      only(() =>
        lineOf({
          keyId,
          signature: signText(signedManifest(manifest()), key.privateKey),
        }),
      ),
    );
  }
  zip.end({ comment: ' '.repeat(SEAL_LENGTH), forceZip64Format: false });

  const output = new PassThrough();
  zip.on('error', error => output.destroy(error as Error));
  pipeline(zip.outputStream, new Sealer(key), output, () => undefined);
  return output;
}

async function* ledgerLines(
  entries: AsyncIterable<LedgerEntry>,
  scopes: ReadonlySet<string>,
  replay: EvidenceReplay,
): AsyncGenerator<string> {
  for await (const entry of entries) {
    const shown: ChainedEntry = scopes.has(entry.scope)
      ? entry
      : withoutContent(entry);
    replay.add(shown);
    yield lineOf(shown);
  }
}

async function* only(make: () => string): AsyncGenerator<string> {
  yield make();
}

/** In large parts, since each is compressed and passed on by itself, which for one line takes longer than making it. */
async function* bytesOf(
  content: AsyncIterable<string>,
): AsyncGenerator<Buffer> {
  let text = '';
  for await (const part of content) {
    text += part;
    if (text.length >= PART_LENGTH) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

function lineOf(value: unknown): string {
  return `${canonicalJson(value)}\n`;
}
