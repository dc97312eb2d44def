// Fails when somebody who installs the published packages would get something under
// a licence that we have not looked at:
//
//   yarn licences
import { fileURLToPath } from 'node:url';
import { readProductionTree } from './productionTree.mjs';

/** What may be used, by the identifiers of SPDX, and why. */
export const ALLOWED = {
  '0BSD': 'permissive, asks for nothing',
  'Apache-2.0': 'our own; permissive, with a grant of patents',
  'BlueOak-1.0.0': 'permissive, with a grant of patents',
  'BSD-2-Clause': 'permissive, asks for attribution',
  'BSD-3-Clause': 'permissive, asks for attribution',
  'CC0-1.0': 'gives up all rights',
  ISC: 'permissive, asks for attribution',
  MIT: 'permissive, asks for attribution',
  'Python-2.0': 'permissive, asks for attribution',
  Unlicense: 'gives up all rights',
  Zlib: 'permissive, asks for attribution',
};

/** What is not allowed in general, and why it may be used all the same. */
export const ACCEPTED = {
  '@isomorphic-git/pgp-plugin@0.0.7': {
    licence: 'LGPL-3.0+',
    why: "comes with Backstage's scaffolder, which whoever installs the module for it has; used unchanged, as a package of its own",
  },
};

/** Packages whose manifest names no licence, the one that they come under and the file that says so. */
export const LOOKED_UP = {
  'fast-shallow-equal@1.0.0': { licence: 'Unlicense', where: 'LICENSE' },
  'pause@0.0.1': { licence: 'MIT', where: 'Readme.md' },
  'react-universal-interface@0.6.2': { licence: 'Unlicense', where: 'LICENSE' },
};

/** The licence as an expression of SPDX, also where a manifest says it in a way of old. */
export function licenceOf({ name, version, manifest }) {
  const said = manifest?.license ?? manifest?.licenses;
  const all = [said ?? []].flat().map(licence => licence.type ?? licence);
  return all.join(' OR ') || LOOKED_UP[`${name}@${version}`]?.licence;
}

/** Whether an expression can be met by what is allowed. What is not understood is not allowed. */
export function isAllowed(expression) {
  if (!expression) return false;
  const plain = expression.replace(/^\(([^()]*)\)$/, '$1');
  const hasBoth = / OR /.test(plain) && / AND /.test(plain);
  if (hasBoth || /[()]/.test(plain)) return false;
  const ids = plain.split(/ OR | AND /);
  const isKnown = id => Object.hasOwn(ALLOWED, id);
  return / AND /.test(plain) ? ids.every(isKnown) : ids.some(isKnown);
}

/** Whether a package may be used. */
export function mayBeUsed(item) {
  const licence = licenceOf(item);
  const accepted = ACCEPTED[`${item.name}@${item.version}`];
  return isAllowed(licence) || (accepted && accepted.licence === licence);
}

/** What each licence is of, and what is under none that is allowed. */
export function judgeLicences(tree) {
  const byLicence = new Map();
  for (const item of tree) {
    const licence = licenceOf(item) ?? 'none';
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), item]);
  }
  const rows = [...byLicence]
    .map(([licence, items]) => ({
      licence,
      packages: items.length,
      allowed: items.every(mayBeUsed),
    }))
    .sort(
      (a, b) => b.packages - a.packages || (a.licence < b.licence ? -1 : 1),
    );
  const refused = tree.filter(item => !mayBeUsed(item));
  return { rows, refused };
}

function main() {
  const { rows, refused } = judgeLicences(readProductionTree());
  for (const { licence, packages, allowed } of rows) {
    const verdict = allowed ? 'allowed' : 'NOT ALLOWED';
    console.log(
      `${licence.padEnd(28)} ${String(packages).padStart(4)}  ${verdict}`,
    );
  }
  for (const item of refused) {
    console.error(`${item.resolution}: ${licenceOf(item) ?? 'no licence'}`);
  }
  return refused.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = main();
