import fc from 'fast-check';
import { normaliseEmail, withoutPlus } from './emailAddress';

const address = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.string({ unit: 'grapheme' }), fc.domain())
    .map(([local, domain]) => `${local}@${domain}`),
);

describe('normaliseEmail', () => {
  it.each([
    ['sam@acme.example', 'sam@acme.example'],
    ['SAM@Acme.Example', 'sam@acme.example'],
    ['\u00a0sam@acme.example\n', 'sam@acme.example'],
    ['ｓａｍ＠ａｃｍｅ．ｅｘａｍｐｌｅ', 'sam@acme.example'],
    ['jose\u0301@acme.example', 'jos\u00e9@acme.example'],
    ['ＪＯＳÉ@acme.example', 'jos\u00e9@acme.example'],
    ['o\ufb03ce@acme.example', 'office@acme.example'], // a ligature
    ['\u212aim@acme.example', 'kim@acme.example'], // the sign for Kelvin
    ['sam@MÜNCHEN.example', 'sam@xn--mnchen-3ya.example'],
    ['sam@xn--mnchen-3ya.example', 'sam@xn--mnchen-3ya.example'],
    ['"a@b"@acme.example', '"a@b"@acme.example'],
    ['Sam', 'sam'],
    ['', ''],
  ])('writes %j as %j', (email, expected) => {
    expect(normaliseEmail(email)).toBe(expected);
  });

  it.each([
    'sam@acme.example/evil',
    'sam@acme.ex%61mple',
    'sam@acme.example:80',
    'sam@acme.example?',
    'sam@acme.example#',
    'sam@acme.example\\',
    's\u0430m@acme.example', // Cyrillic
    'sam@acm\u0435.example', // Cyrillic
    's.am@acme.example',
    'sam\u200b@acme.example',
    'sam @acme.example',
    'sam@acme.example.',
  ])('does not take %j for another', email => {
    expect(normaliseEmail(email)).not.toBe('sam@acme.example');
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(address, email => {
        const once = normaliseEmail(email);
        expect(normaliseEmail(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on case', () => {
    fc.assert(
      fc.property(fc.emailAddress(), email => {
        expect(normaliseEmail(email.toUpperCase())).toBe(normaliseEmail(email));
      }),
    );
  });
});

describe('withoutPlus', () => {
  it.each([
    ['sam+gorgias@acme.example', 'sam@acme.example'],
    ['sam+a+b@acme.example', 'sam@acme.example'],
    ['sam+@acme.example', 'sam@acme.example'],
    ['sam@acme.example', 'sam@acme.example'],
    ['sam@acme+x.example', 'sam@acme+x.example'],
    ['+sam@acme.example', '+sam@acme.example'],
    ['sam+gorgias', 'sam+gorgias'],
  ])('makes %j %j', (email, expected) => {
    expect(withoutPlus(email)).toBe(expected);
  });
});
