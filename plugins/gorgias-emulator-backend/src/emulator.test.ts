import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createEmulator, loadSeeds } from '.';
import { oauthApp } from './__testUtils__/startEmulator';

const options = { baseUrl: 'http://localhost:7007', oauthApp };

describe('the emulator', () => {
  it('does not start in production', () => {
    const environment = process.env;
    process.env = { ...environment, NODE_ENV: 'production' };
    try {
      expect(() => createEmulator(options)).toThrow(
        /^The Gorgias emulator .* remove it from this backend\.$/,
      );
    } finally {
      process.env = environment;
    }
  });

  it('names what is wrong with a seed', () => {
    const [acme] = loadSeeds();
    expect(() =>
      createEmulator({ ...options, accounts: [{ ...acme, plan: 'x' as any }] }),
    ).toThrow(/plan/);
    expect(() =>
      createEmulator({
        ...options,
        accounts: [{ ...acme, subdomain: 'control' }],
      }),
    ).toThrow(/"control" is taken/);
  });

  it('grants nothing to somebody who is not there', async () => {
    const { grant } = createEmulator(options);
    await expect(
      grant({ subdomain: 'acme', email: 'x@y.example', scope: 'users:read' }),
    ).rejects.toThrow('There is no user "x@y.example" in account "acme"');
  });
});

describe('the seeds', () => {
  const seeds = loadSeeds();
  const [acme] = seeds;

  it('have ids and times that tell users apart', () => {
    for (const { users } of seeds) {
      const ids = users.map(({ id }) => id);
      const times = users.map(user => user.created_datetime);
      expect(new Set(ids).size).toBe(users.length);
      expect(new Set(times).size).toBe(users.length);
      for (const time of times) {
        expect(time).toMatch(/^[\d-]{10}T[\d:]{8}\.\d{6}\+00:00$/);
      }
    }
  });

  it('are the same every time', () => {
    expect(loadSeeds()).toEqual(seeds);
  });

  it('have one user of every kind in acme', () => {
    const byRole = (role: string) =>
      acme.users.filter(user => user.role.name === role);
    for (const role of [
      'admin',
      'agent',
      'basic-agent',
      'lite-agent',
      'observer-agent',
    ]) {
      expect([role, byRole(role).length > 0]).toEqual([role, true]);
    }
    expect(byRole('bot')).toMatchObject([
      { email: 'bot-acme@helpdesk.example' },
      { email: null, client_id: expect.any(String) },
    ]);
    const inactive = acme.users.filter(({ active }) => active === false);
    expect(inactive).toMatchObject([{ email: 'elise.caron@acme.example' }]);
    const withoutTwoFactorFact = acme.users.filter(
      user => !('has_2fa_enabled' in user),
    );
    expect(withoutTwoFactorFact).toHaveLength(1);
  });

  it('know exactly the expected strangers to the example organisation', () => {
    const org = readFileSync(
      resolvePackagePath(
        'backstage-plugin-gorgias-emulator-backend',
        '../../examples/org.yaml',
      ),
      'utf8',
    );
    const staff = new Set(
      [...org.matchAll(/^ {4}email: (.*)$/gm)].map(([, email]) => email),
    );
    expect(staff.size).toBe(30);
    const strangers = acme.users
      .map(({ email }) => email)
      .filter(email => !email || !staff.has(email));
    expect(strangers).toEqual([
      'bot-acme@helpdesk.example',
      'elise.caron@acme.example',
      'Linh.Tran@ACME.example',
      'diego.fuentes+support@acme.example',
      null,
      'contractor@freelance.example',
    ]);
  });
});
