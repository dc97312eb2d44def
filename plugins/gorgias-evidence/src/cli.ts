import { accessSync, constants, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPublicKey } from './head';
import { BundleReport, verifyBundle } from './verifyBundle';

const USAGE =
  'Usage: gorgias-verify-evidence <bundle.zip> --public-key <key.pem> [--public-key <older-key.pem>]';

/**
 * The command-line program.
 *
 * @returns the exit code: 0 when the bundle is accepted, 1 when it is not, 2 when it was not asked rightly
 * @public
 */
export async function runVerifier(
  args: string[],
  print: (line: string) => void,
): Promise<number> {
  let bundle: string;
  let publicKeys: ReturnType<typeof readPublicKey>[];
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'public-key': { type: 'string', multiple: true } },
    });
    const paths = values['public-key'] ?? [];
    if (positionals.length !== 1 || paths.length === 0) {
      print(USAGE);
      return 2;
    }
    publicKeys = paths.map(path => readPublicKey(readFileSync(path, 'utf8')));
    [bundle] = positionals;
    accessSync(bundle, constants.R_OK);
  } catch (error) {
    print(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const report = await verifyBundle(bundle, publicKeys);
  linesOf(report).forEach(print);
  return report.problems.length === 0 ? 0 : 1;
}

function linesOf({ manifest, problems, proven, notProven }: BundleReport) {
  const about = manifest
    ? [
        `${manifest.system.title} (${manifest.system.entityRef}), ${manifest.period.from} to ${manifest.period.to}`,
        `Made at ${manifest.createdAt} for ${manifest.createdBy} by ${manifest.product.name} ${manifest.product.version}`,
        '',
      ]
    : [];
  if (problems.length > 0) {
    return [
      ...about,
      'NOT ACCEPTED',
      ...problems.map(({ where, reason }) => `- ${where}: ${reason}`),
    ];
  }
  return [
    ...about,
    'ACCEPTED',
    ...proven.map(line => `- ${line}`),
    '',
    'NOT PROVEN',
    ...notProven.map(line => `- ${line}`),
  ];
}
