import { ConfigReader } from '@backstage/config';
import { readGorgiasConfig } from '../config';

const read = (identities?: unknown) =>
  readGorgiasConfig(
    new ConfigReader({
      gorgias: {
        oauth: { clientId: 'id', clientSecret: 'secret' },
        encryption: { keys: [{ id: 'k1', secret: 's'.repeat(32) }] },
        ...(identities !== undefined && { identities: identities as object }),
      },
    }),
  ).matching;

describe('gorgias.identities', () => {
  it('takes addresses for what they are unless configured', () => {
    const none = { plusAliases: false, domainAliases: {} };
    expect(read()).toEqual(none);
    expect(read({})).toEqual(none);
  });

  it('reads aliases, in one writing', () => {
    expect(
      read({
        plusAliases: true,
        domainAliases: {
          ' Acme.CO.uk': 'ACME.com',
          'münchen.example': 'acme.com',
        },
      }),
    ).toEqual({
      plusAliases: true,
      domainAliases: {
        'acme.co.uk': 'acme.com',
        'xn--mnchen-3ya.example': 'acme.com',
      },
    });
  });

  it.each([
    { plusAliases: 'yes', problem: 'plusAliases must be true or false' },
    {
      domainAliases: ['acme.com'],
      problem: 'domainAliases must be domains, each with the one',
    },
    {
      domainAliases: { 'a.com': 7 },
      problem: 'domainAliases.a.com is not a domain, such as acme.com',
    },
    {
      domainAliases: { acme: 'acme.com' },
      problem: 'domainAliases.acme is not a domain, such as acme.com; write',
    },
    {
      domainAliases: { 'a.com': 'sam@acme.com' },
      problem: 'domainAliases.a.com is not a domain',
    },
    {
      domainAliases: { 'acme.com': 'ACME.com' },
      problem: 'domainAliases.acme.com stands for itself; remove it',
    },
    {
      domainAliases: { 'a.com': 'acme.com', 'A.com': 'other.com' },
      problem: 'domainAliases.A.com is there twice; keep one of them',
    },
    {
      domainAliases: { 'a.com': 'b.com', 'b.com': 'a.com' },
      problem: 'domainAliases.a.com stands for a domain that is an alias too',
    },
    {
      domainAliases: { 'a.com': 'b.com', 'b.com': 'acme.com' },
      problem:
        'domainAliases.a.com stands for a domain that is an alias too; name the domain that both stand for',
    },
  ])('refuses $plusAliases $domainAliases', ({ problem, ...identities }) => {
    expect(() => read(identities)).toThrow(
      `Invalid configuration: gorgias.identities.${problem}`,
    );
  });
});
