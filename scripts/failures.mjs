/** A failure whose message already says what to do: shown without a stack. */
export class SetupError extends Error {}

// In the order in which they are looked for: the log of a failed installation also holds
// harmless complaints of optional native modules, so the vaguest come last.
const KNOWN = [
  [
    /ENOSPC|no space left on device/i,
    'The disk is full: the project needs about 4 GB. Free some space, then run the command again.',
  ],
  [
    /EROFS|read-only file system|\bEACCES\b|\bEPERM\b|permission denied/i,
    'There is no permission to write here: give yourself write access to this folder (and to the caches of npm and Yarn in your home folder), then run the command again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network (?:is unreachable|timeout)|Connection refused/i,
    'The package registry cannot be reached: check the network, the proxy and the "registry" setting of npm, then run the command again.',
  ],
  [
    /YN0028|lockfile would have been (?:modified|created)/i,
    'yarn.lock does not fit the package.json files: run `node scripts/run.mjs exec install` and commit yarn.lock.',
  ],
  [
    /UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT|self[- ]signed certificate|unable to get local issuer/i,
    'The certificate of the package registry is not trusted: set NODE_EXTRA_CA_CERTS to the certificate file of your company.',
  ],
  [
    /YN0082|No candidates found|\bETARGET\b|\bE404\b/,
    'The package registry does not offer a version that is needed: check the "registry" setting of npm.',
  ],
  [
    /couldn't be built successfully|gyp ERR!/,
    'A native module could not be built: install Python 3, make and a C++ compiler, then run the command again.',
  ],
];

/** One sentence on what to do about a failure, read from the output it left. */
export function adviceFor(output) {
  const known = KNOWN.find(([pattern]) => pattern.test(output));
  return known
    ? known[1]
    : 'The reason is not one of the usual ones: read the output above, then run the command again.';
}

/** The error of a failed step: the end of its output, then the advice. */
export function stepFailure(step, output, logFile) {
  const end = output.trimEnd().split('\n').slice(-30).join('\n');
  const where = logFile ? `\nThe whole output is in ${logFile}` : '';
  return new SetupError(
    `${end}\n\nThis step has failed: ${step}.\n${adviceFor(output)}${where}`,
  );
}
