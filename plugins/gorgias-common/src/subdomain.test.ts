import fc from 'fast-check';
import { parseSubdomain } from './subdomain';

const ELSEWHERE = 'not an address at gorgias.com';
const IN_HOST = 'a user name, a port or an escape sequence';
const PATH = 'has a path behind it';
const LETTERS = 'letters other than a to z';
const CHARACTERS = 'may have only letters, digits';
const MISSING = 'is missing';

describe('parseSubdomain', () => {
  it.each([
    { input: 'acme', subdomain: 'acme' },
    { input: 'ACME', subdomain: 'acme' },
    { input: '  acme\t\n', subdomain: 'acme' },
    { input: '\ufeffacme', subdomain: 'acme' },
    { input: 'acme.gorgias.com', subdomain: 'acme' },
    { input: 'Acme.Gorgias.COM', subdomain: 'acme' },
    { input: 'www.acme.gorgias.com', subdomain: 'acme' },
    { input: 'acme.gorgias.com/', subdomain: 'acme' },
    { input: 'acme.gorgias.com/app/tickets/1', subdomain: 'acme' },
    { input: 'https://acme.gorgias.com', subdomain: 'acme' },
    { input: 'HTTPS://ACME.GORGIAS.COM/', subdomain: 'acme' },
    { input: 'http://acme.gorgias.com', subdomain: 'acme' },
    { input: 'https://www.acme.gorgias.com/app/x', subdomain: 'acme' },
    { input: 'https://acme.gorgias.com?a=b@c', subdomain: 'acme' },
    { input: 'https://acme.gorgias.com#evil.example', subdomain: 'acme' },
    { input: 'https://acme.gorgias.com/../evil', subdomain: 'acme' },
    { input: 'acme/', subdomain: 'acme' },
    { input: 'a', subdomain: 'a' },
    { input: '7', subdomain: '7' },
    { input: '20261124', subdomain: '20261124' },
    { input: 'a-b', subdomain: 'a-b' },
    { input: 'a--b', subdomain: 'a--b' },
    { input: 'a_b', subdomain: 'a_b' },
    { input: 'localhost', subdomain: 'localhost' },
    { input: 'gorgias', subdomain: 'gorgias' },
    { input: 'a'.repeat(63), subdomain: 'a'.repeat(63) },
  ])('finds $subdomain in $input', ({ input, subdomain }) => {
    expect(parseSubdomain(input)).toEqual({ ok: true, subdomain });
  });

  it.each([
    { input: '', problem: MISSING },
    { input: ' \t\n', problem: MISSING },
    { input: 'a'.repeat(64), problem: 'longer than 63 characters' },
    { input: 'a'.repeat(5000), problem: 'too long' },
    { input: '-acme', problem: CHARACTERS },
    { input: 'acme-', problem: CHARACTERS },
    { input: '_acme', problem: CHARACTERS },
    { input: 'acme_', problem: CHARACTERS },
    { input: '$HOME', problem: CHARACTERS },
    { input: '{subdomain}', problem: CHARACTERS },
    { input: "';drop", problem: CHARACTERS },
    { input: 'www', problem: 'web site of Gorgias itself' },
    { input: 'www.gorgias.com', problem: 'web site of Gorgias itself' },
    { input: 'https://www.gorgias.com/', problem: 'web site of Gorgias' },
    { input: 'gorgias.com', problem: ELSEWHERE },
    { input: 'https://gorgias.com', problem: ELSEWHERE },
    { input: '.', problem: ELSEWHERE },
    { input: '...', problem: ELSEWHERE },
    { input: 'acme.', problem: ELSEWHERE },
    { input: 'acme.gorgias.com.', problem: ELSEWHERE },
    { input: '.gorgias.com', problem: ELSEWHERE },
    { input: 'www.acme', problem: ELSEWHERE },
    { input: 'www..gorgias.com', problem: ELSEWHERE },
    { input: 'acme.support', problem: ELSEWHERE },
    { input: 'acme.support.gorgias.com', problem: ELSEWHERE },
    { input: 'acme.gorgias.com.evil.example', problem: ELSEWHERE },
    { input: 'acme.evil.example', problem: ELSEWHERE },
    { input: 'evilgorgias.com', problem: ELSEWHERE },
    { input: 'https://acme', problem: ELSEWHERE },
    { input: 'https://evil.example/acme.gorgias.com', problem: ELSEWHERE },
    { input: 'https://evil.example#.gorgias.com', problem: ELSEWHERE },
    { input: 'https://evil.example?.gorgias.com', problem: ELSEWHERE },
    { input: '127.0.0.1', problem: ELSEWHERE },
    { input: '169.254.169.254', problem: ELSEWHERE },
    { input: 'evil.example/acme.gorgias.com', problem: PATH },
    { input: '//acme.gorgias.com', problem: PATH },
    { input: '../', problem: ELSEWHERE },
    { input: 'acme/..', problem: PATH },
    { input: 'acme?x', problem: PATH },
    { input: 'acme#x', problem: PATH },
    { input: 'acme@evil.example', problem: IN_HOST },
    { input: 'https://acme.gorgias.com@evil.example', problem: IN_HOST },
    { input: 'https://user:pass@acme.gorgias.com', problem: IN_HOST },
    { input: 'https://evil.example\\.gorgias.com', problem: IN_HOST },
    { input: 'https:\\\\acme.gorgias.com', problem: IN_HOST },
    { input: 'acme.gorgias.com:8443', problem: IN_HOST },
    { input: '%61cme', problem: IN_HOST },
    { input: 'acme%2eevil', problem: IN_HOST },
    { input: 'acme%00', problem: IN_HOST },
    { input: '[::1]', problem: IN_HOST },
    // eslint-disable-next-line no-script-url
    { input: 'javascript:alert(1)', problem: IN_HOST },
    { input: 'ftp://acme.gorgias.com', problem: IN_HOST },
    { input: 'file:///etc/passwd', problem: IN_HOST },
    { input: 'ac me', problem: LETTERS },
    { input: "'; drop table connections", problem: LETTERS },
    { input: 'acme\nevil', problem: LETTERS },
    { input: 'acme\r\nHost: evil.example', problem: LETTERS },
    { input: 'acme\0', problem: LETTERS },
    { input: '\u0430cme', problem: LETTERS }, // Cyrillic a
    { input: '\uff41\uff43\uff4d\uff45', problem: LETTERS }, // full width
    { input: 'a\u212aa', problem: LETTERS }, // Kelvin sign, "k" in lower case
    { input: 'acme\u3002gorgias\u3002com', problem: LETTERS }, // ideographic stop
    { input: 'ac\u200dme', problem: LETTERS }, // zero-width joiner
    { input: 'caf\u00e9', problem: LETTERS },
    { input: '\u{1f600}', problem: LETTERS },
    { input: '\ud800', problem: LETTERS }, // half a character
    { input: 'xn--cme-6cd', problem: LETTERS }, // the Cyrillic one again
    { input: 'xn--a', problem: LETTERS }, // no host name at all
  ])('refuses $input', ({ input, problem }) => {
    const parsed = parseSubdomain(input);
    expect(parsed).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    });
    expect(parsed).toHaveProperty(
      'problem',
      expect.stringContaining('Enter it like "acme"'),
    );
  });

  /** Anything at all, and things that nearly are what is looked for. */
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...'acme www xn-- .gorgias.com https:// . / \\ @ : # ? % - _ 7'.split(
              ' ',
            ),
            ' ',
            '\u212a',
            '\u3002',
          ),
          fc.string({ maxLength: 2, unit: 'binary' }),
        ),
        { maxLength: 6 },
      )
      .map(parts => parts.join('')),
    fc.stringMatching(/^[a-z0-9_-]{1,70}$/),
  );

  it('says yes or no to anything, and why not', () => {
    fc.assert(
      fc.property(anything, input => {
        expect([
          { ok: true, subdomain: expect.any(String) },
          {
            ok: false,
            problem: expect.stringContaining(' Enter it like '),
            problemParts: expect.any(Array),
          },
        ]).toContainEqual(parseSubdomain(input));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives one DNS label, which names exactly one host', () => {
    fc.assert(
      fc.property(anything, input => {
        const parsed = parseSubdomain(input);
        fc.pre(parsed.ok);
        const { subdomain } = parsed;
        expect(subdomain).toMatch(/^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$/);
        const url = new URL(
          'https://{subdomain}.gorgias.com'.replace('{subdomain}', subdomain),
        );
        expect(url.href).toBe(`https://${subdomain}.gorgias.com/`);
        expect(parseSubdomain(subdomain)).toEqual(parsed);
        expect(parseSubdomain(`https://${url.host}/app`)).toEqual(parsed);
      }),
      { numRuns: 1000 },
    );
  });
});
