import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeAudit } from './audit.mjs';
import { read } from './packages.mjs';

const TODAY = '2027-01-31';

const advisory = (id, name) =>
  JSON.stringify({
    value: name,
    children: {
      ID: id,
      Issue: 'Lets anybody in',
      URL: `https://github.com/advisories/${id}`,
      Severity: 'high',
      'Vulnerable Versions': '<2.0.0',
      'Tree Versions': ['1.0.0'],
      Dependents: ['app@workspace:packages/app'],
    },
  });
const found = (...lines) => ({ exitCode: 1, output: `${lines.join('\n')}\n` });
const exception = { id: 1, package: 'a', reason: 'Not called', until: TODAY };

describe('an audit', () => {
  test('passes where nothing is known', () => {
    const info = '{"type":"info","data":"No audit suggestions"}\n';
    const { failed, lines } = judgeAudit(
      { exitCode: 0, output: info },
      [],
      TODAY,
    );
    assert.equal(failed, false);
    assert.deepEqual(lines, ['0 advisories, 0 of them excepted']);
  });

  test('fails by what is not excepted, and says what it is', () => {
    const { failed, lines } = judgeAudit(
      found(advisory(1, 'a'), advisory(2, 'b')),
      [exception],
      TODAY,
    );
    assert.equal(failed, true);
    assert.deepEqual(lines, [
      'high: b, Lets anybody in, https://github.com/advisories/2',
      '2 advisories, 1 of them excepted',
    ]);
  });

  test('passes on the last day of an exception, and fails the day after', () => {
    const answer = found(advisory(1, 'a'));
    assert.equal(judgeAudit(answer, [exception], TODAY).failed, false);
    const { failed, lines } = judgeAudit(answer, [exception], '2027-02-01');
    assert.equal(failed, true);
    assert.equal(lines[0], `exception of a ended on ${TODAY}`);
  });

  test('fails by an exception that is over even if nothing is found', () => {
    const nothing = { exitCode: 0, output: '' };
    assert.equal(judgeAudit(nothing, [exception], '2027-02-01').failed, true);
  });

  test('takes an exception for one advisory of one package only', () => {
    const others = found(advisory(2, 'a'), advisory(1, 'b'));
    assert.equal(judgeAudit(others, [exception], TODAY).lines.length, 3);
  });

  test('passes where the registry does not answer, and says so', () => {
    const { failed, lines } = judgeAudit(
      { exitCode: 1, output: 'YN0035: The remote server failed\n' },
      [exception],
      TODAY,
    );
    assert.equal(failed, false);
    assert.deepEqual(lines, ['NOT AUDITED: the registry did not answer']);
  });
});

test('every exception says of what it is, why and until when', () => {
  for (const { id, ...words } of JSON.parse(
    read('scripts/auditExceptions.json'),
  )) {
    assert.ok(id);
    assert.deepEqual(Object.keys(words), ['package', 'reason', 'until']);
    assert.ok(words.reason.length > 10);
    assert.match(words.until, /^\d{4}-\d{2}-\d{2}$/);
  }
});
