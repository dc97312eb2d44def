import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createEmulator, loadSeeds } from '.';
import {
  apiKey,
  oauthApp,
  startEmulator,
  stopEmulators,
} from './__testUtils__/startEmulator';

afterEach(stopEmulators);

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

describe('onRequest', () => {
  const ivy = apiKey('ivy.nakamura@acme.example');

  it('is awaited before each request to an account', async () => {
    const seen: object[] = [];
    let pages = 0;
    const emulator = await startEmulator({
      async onRequest(request) {
        seen.push(request);
        if (request.path === '/api/users' && ++pages === 2) {
          const sam = '/accounts/acme/users/411805933';
          await emulator.control('DELETE', sam);
        }
      },
    });
    const ids: number[] = [];
    let more: string | null = '';
    do {
      const response = await emulator.get(
        `/acme/api/users?limit=12&${more}`,
        ivy,
      );
      const { data, meta } = await response.json();
      ids.push(...data.map(({ id }: { id: number }) => id));
      more = meta.next_cursor && `cursor=${meta.next_cursor}`;
    } while (more);
    await emulator.control('GET', '/accounts/acme');
    await emulator.get('/acme-large/oauth/token');
    expect(ids).not.toContain(411805933);
    const page = { subdomain: 'acme', method: 'GET', path: '/api/users' };
    expect(seen).toEqual([
      page,
      page,
      { subdomain: 'acme-large', method: 'GET', path: '/oauth/token' },
    ]);
  });

  it('fails the request when it throws', async () => {
    const emulator = await startEmulator({
      onRequest: async () => Promise.reject(new Error('The test is wrong')),
    });
    const error = jest.spyOn(console, 'error').mockReturnValue();
    const response = await emulator.get('/acme/api/users', ivy);
    expect(response.status).toBe(500);
    error.mockRestore();
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
