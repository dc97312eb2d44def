// Asks the registry for known vulnerabilities in what is used in production, and fails
// when there is one that is not excepted, or an exception that is over:
//
//   yarn audit
//
// Without a registry that answers, nothing is known and nothing fails: that a machine
// has no network must not stop a change. The last line says so.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { read } from './packages.mjs';
import { ROOT } from './paths.mjs';
import { toolchain } from './setup.mjs';

const EXCEPTIONS = 'scripts/auditExceptions.json';

const ARGS = [
  ...['npm', 'audit', '--all', '--recursive'],
  ...['--environment', 'production', '--no-deprecations', '--json'],
];

/** The advisories in the output of `yarn npm audit --json`, one JSON object a line. */
export function readAdvisories(output) {
  return output
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line))
    .filter(({ children }) => children?.ID !== undefined)
    .map(({ value, children }) => ({
      id: children.ID,
      package: value,
      severity: children.Severity,
      issue: children.Issue,
      url: children.URL,
    }));
}

/**
 * What to print, and whether it fails. An exception counts for one advisory of one
 * package, up to and including its last day.
 *
 * @param answer - { exitCode, output } of the audit
 * @param today - such as 2027-01-31
 */
export function judgeAudit({ exitCode, output }, exceptions, today) {
  const advisories = readAdvisories(output);
  const over = exceptions.filter(({ until }) => until < today);
  const isExcepted = advisory =>
    exceptions.some(
      exception =>
        exception.id === advisory.id &&
        exception.package === advisory.package &&
        !over.includes(exception),
    );
  const open = advisories.filter(advisory => !isExcepted(advisory));
  const isUnknown = exitCode !== 0 && advisories.length === 0;
  return {
    failed: open.length > 0 || over.length > 0,
    lines: [
      ...over.map(e => `exception of ${e.package} ended on ${e.until}`),
      ...open.map(a => `${a.severity}: ${a.package}, ${a.issue}, ${a.url}`),
      isUnknown
        ? 'NOT AUDITED: the registry did not answer'
        : `${advisories.length} advisories, ${
            advisories.length - open.length
          } of them excepted`,
    ],
  };
}

async function ask() {
  const { node, yarn, env } = await toolchain();
  try {
    const { stdout } = await promisify(execFile)(node, [yarn, ...ARGS], {
      cwd: ROOT,
      env,
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { exitCode: 0, output: stdout };
  } catch (error) {
    return { exitCode: error.code ?? 1, output: error.stdout ?? '' };
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed, lines } = judgeAudit(
    await ask(),
    JSON.parse(read(EXCEPTIONS)),
    new Date().toISOString().slice(0, 10),
  );
  console.log(lines.join('\n'));
  process.exitCode = failed ? 1 : 0;
}
