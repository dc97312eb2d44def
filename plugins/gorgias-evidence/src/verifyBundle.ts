import { KeyObject } from 'node:crypto';
import {
  BundleManifest,
  FILES,
  isSealed,
  LEDGER,
  MANIFEST,
  SEAL_LENGTH,
  SIGNATURE,
  signedManifest,
} from './bundle';
import { BundleBytes, openBundle } from './bundleBytes';
import { canonicalJson } from './canonical';
import { Digest, digesting, digestOf, digestOfBuffer } from './digest';
import { isSigned } from './head';
import { Note } from './lines';
import { verifyContents } from './verifyContents';
import { Zip } from './Zip';

/** Something that is not as it has to be, and where. @public */
export interface BundleProblem {
  /** A file of the bundle, with the line or entry where one is to be named. */
  where: string;
  reason: string;
}

/** What became of verifying a bundle. @public */
export interface BundleReport {
  /** Nothing means that it is accepted. */
  problems: BundleProblem[];
  /** What was proven, in sentences. */
  proven: string[];
  /** What was not, and cannot be by this alone. */
  notProven: string[];
  manifest?: BundleManifest;
}

/**
 * Verifies a bundle: that nobody changed a byte of it after it was signed,
 * and that what it says follows from what it contains. The ledger in it is
 * read entry by entry, so that a long one need not be in memory.
 *
 * @param bundle - its bytes, or the path of the file they are in
 * @param publicKeys - of whom the auditor trusts to have signed it
 * @public
 */
export async function verifyBundle(
  bundle: Buffer | string,
  publicKeys: readonly KeyObject[],
): Promise<BundleReport> {
  const report: BundleReport = { problems: [], proven: [], notProven: [] };
  const problem = (where: string, reason: string) =>
    report.problems.push({ where, reason });
  let bytes: BundleBytes | undefined;
  try {
    bytes = openBundle(bundle);
    await verifySeal(bytes, publicKeys, problem);
    const zip = await Zip.open(bytes);
    verifyNames(zip.names, problem);
    const content = new Map<string, Buffer>();
    for (const name of [...FILES, MANIFEST, SIGNATURE]) {
      const file = name === LEDGER ? undefined : await zip.readAll(name);
      if (file) content.set(name, file);
    }
    const manifest = verifyManifest(content, publicKeys, problem);
    if (manifest) {
      report.manifest = manifest;
      const digests = new Map(
        [...content].map(([name, file]) => [name, digestOfBuffer(file)]),
      );
      const ledger = digesting(zip.read(LEDGER), digest => {
        if (zip.names.includes(LEDGER)) digests.set(LEDGER, digest);
      });
      await verifyContents(manifest, content, ledger, publicKeys, report);
      // Of the very bytes that were verified.
      verifyDigests(manifest, digests, problem);
    }
  } catch (error) {
    problem('the bundle', `can't be read: ${(error as Error).message}`);
  } finally {
    bytes?.close();
  }
  return report;
}

async function verifySeal(
  bytes: BundleBytes,
  publicKeys: readonly KeyObject[],
  problem: Note,
): Promise<void> {
  const end = Math.max(0, bytes.length - SEAL_LENGTH);
  const parts: Buffer[] = [];
  for await (const part of bytes.read(end, bytes.length)) {
    parts.push(part);
  }
  const seal = Buffer.concat(parts).toString('latin1');
  if (!seal.trim()) {
    problem('the bundle', 'is not signed, so anybody could have made it');
    return;
  }
  const { sha256 } = await digestOf(bytes.read(0, end));
  if (!isSealed(seal, sha256, publicKeys)) {
    problem(
      'the bundle',
      'is not, byte by byte, what one of the given keys has signed',
    );
  }
}

function verifyNames(names: readonly string[], problem: Note): void {
  const expected = [...FILES, MANIFEST, SIGNATURE];
  if (names.join('\n') !== expected.join('\n')) {
    problem(
      'the zip',
      `has not the files that belong there, in their order: it has ${names.join(
        ', ',
      )}, and has to have ${expected.join(', ')}`,
    );
  }
}

function verifyManifest(
  content: ReadonlyMap<string, Buffer>,
  publicKeys: readonly KeyObject[],
  problem: Note,
): BundleManifest | undefined {
  const text = content.get(MANIFEST);
  const signature = content.get(SIGNATURE);
  if (!text) {
    problem(MANIFEST, 'is missing');
    return undefined;
  }
  const signed = signature && JSON.parse(signature.toString()).signature;
  if (!isSigned(signedManifest(text), signed ?? null, publicKeys)) {
    problem(MANIFEST, 'is not signed by one of the given keys');
  }
  const manifest: BundleManifest = JSON.parse(text.toString());
  if (canonicalJson(manifest) !== text.toString()) {
    problem(MANIFEST, 'is not in canonical form');
  }
  if (manifest.format !== 'gorgias-evidence' || manifest.version !== 1) {
    problem(MANIFEST, 'is of a format that this program does not know');
    return undefined;
  }
  return manifest;
}

function verifyDigests(
  manifest: BundleManifest,
  digests: ReadonlyMap<string, Digest>,
  problem: Note,
): void {
  if (manifest.files.map(({ name }) => name).join() !== FILES.join()) {
    problem(MANIFEST, 'does not list the files that belong there');
  }
  for (const { name, size, sha256 } of manifest.files) {
    const digest = digests.get(name);
    if (!digest) {
      problem(name, 'is missing');
    } else if (digest.size !== size) {
      problem(name, `has ${digest.size} bytes, and had ${size}`);
    } else if (digest.sha256 !== sha256) {
      problem(name, 'was changed');
    }
  }
}
