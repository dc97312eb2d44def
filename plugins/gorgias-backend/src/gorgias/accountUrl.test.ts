import fc from 'fast-check';
import { accountUrl } from './accountUrl';

const BASE = 'https://{subdomain}.gorgias.com';

describe('accountUrl', () => {
  it('puts subdomain, path and query together', () => {
    expect(
      accountUrl(BASE, 'acme', '/api/users', { cursor: 'a b&c=d/../#' }).href,
    ).toBe('https://acme.gorgias.com/api/users?cursor=a+b%26c%3Dd%2F..%2F%23');
  });

  it.each([
    { baseUrl: 'http://localhost:7007/api/emulator/{subdomain}' },
    { baseUrl: 'http://localhost:7007/api/emulator/{subdomain}/' },
  ])('takes $baseUrl', ({ baseUrl }) => {
    expect(accountUrl(baseUrl, 'acme', '/api/users').href).toBe(
      'http://localhost:7007/api/emulator/acme/api/users',
    );
  });

  it.each([
    { subdomain: '' },
    { subdomain: 'ACME' },
    { subdomain: ' acme' },
    { subdomain: 'acme.gorgias.com' },
    { subdomain: 'https://acme.gorgias.com' },
    { subdomain: 'evil.example/' },
    { subdomain: 'evil.example#' },
    { subdomain: 'evil.example\\' },
    { subdomain: 'user@evil.example' },
    { subdomain: 'acme:8443' },
    { subdomain: '..' },
    { subdomain: 'acme/..' },
    { subdomain: '{subdomain}' },
    { subdomain: '$&' },
    { subdomain: 'acme\n' },
    { subdomain: '\u0430cme' },
    { subdomain: 'xn--a' },
    { subdomain: 'a'.repeat(64) },
  ])('refuses the subdomain $subdomain', ({ subdomain }) => {
    expect(() => accountUrl(BASE, subdomain, '/api/account')).toThrow(
      'Not the subdomain of a Gorgias account',
    );
  });

  it('never leads to another host or path than the configured one', () => {
    const subdomains = fc.oneof(
      fc.stringMatching(/^[a-z0-9_-]{1,10}$/),
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom('acme', '.', '/', '@', '#', '?', ':', '\\', '%2e'),
        )
        .map(parts => parts.join('')),
    );
    const query = fc.dictionary(fc.string(), fc.string());
    let refused = 0;
    fc.assert(
      fc.property(subdomains, query, (subdomain, params) => {
        let url: URL | undefined;
        try {
          url = accountUrl(BASE, subdomain, '/api/users', params);
        } catch {
          refused += 1;
        }
        fc.pre(url !== undefined);
        expect(url).toMatchObject({
          protocol: 'https:',
          host: `${subdomain}.gorgias.com`,
          pathname: '/api/users',
          username: '',
          password: '',
          hash: '',
        });
      }),
      { numRuns: 500, maxSkipsPerRun: 100 },
    );
    expect(refused).toBeGreaterThan(0);
  });
});
