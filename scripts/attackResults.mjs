// What came of attacks, from what the tests left behind.

/** How many of the tests that a row of SECURITY.md names have passed and failed. */
export function judgeAttacks(attacks, files, { testResults }) {
  return attacks.map(({ attack, tests }) => {
    const outcomes = tests.flatMap(({ id, titles }) =>
      titles.flatMap(title => {
        const found = testResults
          .filter(({ name }) => name.endsWith(`/${files.get(id)}`))
          .flatMap(({ assertionResults }) => assertionResults)
          .filter(one => patternOf(title).test(one.title));
        // A test that did not run has shown nothing.
        return found.length > 0 ? found.map(one => one.status) : ['missing'];
      }),
    );
    const passed = outcomes.filter(status => status === 'passed').length;
    return { attack, passed, failed: outcomes.length - passed };
  });
}

/** The titles of the cases of a test, as jest makes them of its template. */
function patternOf(title) {
  const literal = title
    .split(/%[a-z]|\$\w+/)
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^]*')}$`);
}

const CLASSES = ['2xx', '3xx', '4xx', '5xx'];

/** The tables at the end, in Markdown. */
export function tables({ routes, oauth }) {
  const rows = Object.entries(routes).map(
    ([route, { requests, statuses, findings }]) => [
      route,
      requests,
      ...CLASSES.map(name => statuses[name] ?? 0),
      findings.length,
    ],
  );
  const sums = rows[0]
    ?.slice(1)
    .map((_, column) => rows.reduce((sum, row) => sum + row[column + 1], 0));
  return [
    ...table(
      ['route', 'requests', ...CLASSES, 'findings'],
      [...rows, ...(sums ? [['all', ...sums]] : [])],
    ),
    '',
    ...table(
      ['attack', 'passed', 'failed'],
      oauth.map(({ attack, passed, failed }) => [attack, passed, failed]),
    ),
  ];
}

function table(header, rows) {
  const all = [header, ...rows].map(row => row.map(String));
  const widths = header.map((_, column) =>
    Math.max(...all.map(row => row[column].length)),
  );
  const line = row =>
    `| ${row
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join(' | ')} |`;
  const [first, ...others] = all.map(line);
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [first, line(rule), ...others];
}
