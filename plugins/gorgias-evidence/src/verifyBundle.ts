import { KeyObject } from 'node:crypto';
import {
  BundleManifest,
  FILES,
  isSealed,
  MANIFEST,
  SEAL_LENGTH,
  SIGNATURE,
  signedManifest,
} from './bundle';
import { canonicalJson, sha256 } from './canonical';
import { isSigned } from './head';
import { readZip } from './readZip';
import { verifyContents } from './verifyContents';

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
 * and that what it says follows from what it contains.
 *
 * @param publicKeys - of whom the auditor trusts to have signed it
 * @public
 */
export async function verifyBundle(
  bundle: Buffer,
  publicKeys: readonly KeyObject[],
): Promise<BundleReport> {
  const report: BundleReport = { problems: [], proven: [], notProven: [] };
  const problem = (where: string, reason: string) =>
    report.problems.push({ where, reason });
  try {
    verifySeal(bundle, publicKeys, problem);
    const files = await readZip(bundle);
    const content = new Map(files.map(file => [file.name, file.content]));
    const names = files.map(({ name }) => name);
    const expected = [...FILES, MANIFEST, SIGNATURE];
    if (names.join('\n') !== expected.join('\n')) {
      problem(
        'the zip',
        `has not the files that belong there, in their order: it has ${names.join(
          ', ',
        )}, and has to have ${expected.join(', ')}`,
      );
    }
    const manifest = verifyManifest(content, publicKeys, problem);
    if (manifest) {
      report.manifest = manifest;
      verifyFiles(manifest, content, problem);
      verifyContents(manifest, content, publicKeys, report);
    }
  } catch (error) {
    problem('the bundle', `can't be read: ${(error as Error).message}`);
  }
  return report;
}

type Note = (where: string, reason: string) => void;

function verifySeal(
  bundle: Buffer,
  publicKeys: readonly KeyObject[],
  problem: Note,
): void {
  const end = Math.max(0, bundle.length - SEAL_LENGTH);
  const seal = bundle.toString('latin1', end);
  if (!seal.trim()) {
    problem('the bundle', 'is not signed, so anybody could have made it');
  } else if (!isSealed(seal, sha256(bundle.subarray(0, end)), publicKeys)) {
    problem(
      'the bundle',
      'is not, byte by byte, what one of the given keys has signed',
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

function verifyFiles(
  manifest: BundleManifest,
  content: ReadonlyMap<string, Buffer>,
  problem: Note,
): void {
  if (manifest.files.map(({ name }) => name).join() !== FILES.join()) {
    problem(MANIFEST, 'does not list the files that belong there');
  }
  for (const { name, size, sha256: hash } of manifest.files) {
    const file = content.get(name);
    if (!file) {
      problem(name, 'is missing');
    } else if (file.length !== size) {
      problem(name, `has ${file.length} bytes, and had ${size}`);
    } else if (sha256(file) !== hash) {
      problem(name, 'was changed');
    }
  }
}
