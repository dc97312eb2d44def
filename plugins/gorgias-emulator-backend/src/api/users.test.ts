import {
  apiKey,
  bearer,
  RunningEmulator,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const ivy = apiKey('ivy.nakamura@acme.example');
const large = apiKey('agent-001@acme-large.example', 'acme-large-api-key');

async function list(
  emulator: RunningEmulator,
  query = '',
  account = 'acme',
  authorization = account === 'acme' ? ivy : large,
) {
  const response = await emulator.get(
    `/${account}/api/users${query}`,
    authorization,
  );
  return { status: response.status, body: await response.json() };
}

function emails(body: { data: { email: string | null }[] }) {
  return body.data.map(({ email }) => email);
}

describe('GET /api/users', () => {
  it('answers with the documented envelope and users', async () => {
    const emulator = await startEmulator();
    const { body } = await list(
      emulator,
      '?limit=1&order_by=created_datetime%3Aasc',
    );
    expect(body).toEqual({
      object: 'list',
      uri: '/api/users?limit=1&order_by=created_datetime%3Aasc',
      data: [
        {
          id: 410200117,
          active: true,
          bio: 'Head of CX',
          country: 'US',
          created_datetime: '2023-02-14T09:12:44.018233+00:00',
          deactivated_datetime: null,
          email: 'maya.ortiz@acme.example',
          external_id: 'hr-1007',
          firstname: 'Maya',
          lastname: 'Ortiz',
          has_2fa_enabled: true,
          has_password: true,
          language: 'en',
          meta: { sso: null, profile_picture_url: null },
          name: 'Maya Ortiz',
          role: { name: 'admin' },
          timezone: 'America/New_York',
          updated_datetime: '2026-09-30T15:01:07.550921+00:00',
          uri: `${emulator.baseUrl}/acme/api/users/410200117/`,
        },
      ],
      meta: { prev_cursor: null, next_cursor: expect.any(String) },
    });
  });

  it('leaves out what Gorgias does not tell', async () => {
    const emulator = await startEmulator();
    const { body } = await list(emulator, '?email=kofi.mensah@acme.example');
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).not.toHaveProperty('has_2fa_enabled');
  });

  it('has 30 users a page, by name, unless asked otherwise', async () => {
    const emulator = await startEmulator();
    const { body } = await list(emulator, '', 'acme-large');
    const names = body.data.map(({ name }: { name: string }) => name);
    expect(names).toHaveLength(30);
    expect(names).toEqual([...names].sort());
  });

  it.each([
    ['created_datetime', 'maya.ortiz@acme.example', 'omar.farouk@acme.example'],
    ['name', 'bot-acme@helpdesk.example', 'zeynep.demir@acme.example'],
    ['email', null, 'zeynep.demir@acme.example'],
  ])('sorts by %s both ways', async (field, first, last) => {
    const emulator = await startEmulator();
    const up = await list(emulator, `?limit=100&order_by=${field}:asc`);
    const down = await list(emulator, `?limit=100&order_by=${field}:desc`);
    expect(emails(up.body)[0]).toBe(first);
    expect(emails(up.body).at(-1)).toBe(last);
    expect(emails(down.body)).toEqual(emails(up.body).reverse());
  });

  it('narrows the list', async () => {
    const emulator = await startEmulator();
    const found = async (query: string) =>
      emails((await list(emulator, `?limit=100&${query}`)).body);
    expect(await found('roles=admin')).toEqual([
      'greta.jansen@acme.example',
      'ivy.nakamura@acme.example',
      'maya.ortiz@acme.example',
    ]);
    expect(await found('roles=bot&roles=observer-agent')).toEqual([
      'bot-acme@helpdesk.example',
      'aisha.rahman@acme.example',
      'elena.popescu@acme.example',
      'omar.farouk@acme.example',
      null,
    ]);
    expect(await found('external_id=hr-1019')).toEqual([
      'sam.rivers@acme.example',
    ]);
    expect(await found('search=FREELANCE')).toEqual([
      'contractor@freelance.example',
    ]);
    expect(await found('email=sam.rivers@acme')).toEqual([]);
  });

  it('puts who is available first if asked to', async () => {
    const emulator = await startEmulator();
    for (const order of ['name:asc', 'name:desc']) {
      const query = `?limit=100&order_by=${order}&available_first=true`;
      const { body } = await list(emulator, query);
      expect(body.data).toHaveLength(23);
      expect(emails(body).at(-1)).toBe('elise.caron@acme.example');
    }
  });

  it('can leave out deactivated users, as nobody knows whether Gorgias does', async () => {
    const emulator = await startEmulator();
    const query = '?email=elise.caron@acme.example';
    expect((await list(emulator, query)).body.data).toMatchObject([
      {
        active: false,
        deactivated_datetime: '2026-05-02T16:48:20.660178+00:00',
      },
    ]);
    await emulator.control('PATCH', '/accounts/acme/behaviour', {
      deactivatedUsersListed: false,
    });
    expect((await list(emulator, query)).body.data).toEqual([]);
  });

  it.each([
    ['?limit=0', 'limit'],
    ['?limit=101', 'limit'],
    ['?limit=ten', 'limit'],
    ['?limit=5&limit=6', 'limit'],
    ['?order_by=id:asc', 'order_by'],
    ['?roles=king', 'roles'],
    ['?available_first=maybe', 'available_first'],
    ['?page=2', 'page'],
    ['?cursor=nonsense', 'cursor'],
    ['?cursor=e30', 'cursor'],
  ])('refuses %s and names the parameter', async (query, field) => {
    const emulator = await startEmulator();
    const { status, body } = await list(emulator, query);
    expect(status).toBe(400);
    expect(body.error.msg).toBe('Invalid request.');
    expect(
      Object.keys(body.error.data).map(name => name.split('.')[0]),
    ).toEqual([field]);
  });
});

describe('paging', () => {
  async function walk(
    emulator: RunningEmulator,
    query: string,
    step: 'next_cursor' | 'prev_cursor' = 'next_cursor',
    from?: string,
  ) {
    const users: { id: number }[] = [];
    let cursor: string | null | undefined = from;
    let pages = 0;
    do {
      const more: string = cursor ? `&cursor=${cursor}` : '';
      const { body } = await list(emulator, `?${query}${more}`, 'acme-large');
      users.push(...body.data);
      cursor = body.meta[step];
      pages += 1;
      // Stays under the rate limit.
      emulator.advance(1);
    } while (cursor);
    return { ids: users.map(({ id }) => id), pages };
  }

  it.each([
    [1, 250],
    [7, 36],
    [50, 5],
    [99, 3],
    [100, 3],
  ])('collects all users in order by %i', async (limit, expectedPages) => {
    const emulator = await startEmulator();
    const { ids, pages } = await walk(
      emulator,
      `limit=${limit}&order_by=created_datetime:asc`,
    );
    expect(pages).toBe(expectedPages);
    expect(ids).toEqual(
      Array.from({ length: 250 }, (_, i) => 480300100 + i * 17),
    );
  });

  it('collects all users in an order with many ties', async () => {
    const emulator = await startEmulator();
    const { ids } = await walk(emulator, 'limit=40&order_by=role.name:desc');
    expect(new Set(ids).size).toBe(250);
    expect(ids).toHaveLength(250);
  });

  it('leads back to the first page', async () => {
    const emulator = await startEmulator();
    const first = await list(emulator, '?limit=100', 'acme-large');
    const second = await list(
      emulator,
      `?limit=100&cursor=${first.body.meta.next_cursor}`,
      'acme-large',
    );
    const back = await list(
      emulator,
      `?limit=100&cursor=${second.body.meta.prev_cursor}`,
      'acme-large',
    );
    expect(back.body.data).toEqual(first.body.data);
    expect(back.body.meta.prev_cursor).toBeNull();
  });

  it('neither skips nor repeats anybody when users come and go meanwhile', async () => {
    const emulator = await startEmulator();
    const query = 'limit=100&order_by=created_datetime:asc';
    const first = await list(emulator, `?${query}`, 'acme-large');
    await emulator.control('DELETE', '/accounts/acme-large/users/480300117');
    await emulator.control('POST', '/accounts/acme-large/users', {
      name: 'New Agent',
      email: 'new@acme-large.example',
      role: 'agent',
    });
    const { ids } = await walk(
      emulator,
      query,
      'next_cursor',
      first.body.meta.next_cursor,
    );
    expect(ids).toHaveLength(151);
    expect(ids[0]).toBe(480300100 + 100 * 17);
  });

  it('refuses the cursor of another query, and an old one', async () => {
    const emulator = await startEmulator();
    const { body } = await list(
      emulator,
      '?limit=10&roles=agent',
      'acme-large',
    );
    const more = (query: string) =>
      list(emulator, `?${query}&cursor=${body.meta.next_cursor}`, 'acme-large');
    expect((await more('limit=20&roles=agent')).status).toBe(200);
    expect((await more('limit=10')).body.error.data).toEqual({
      cursor: ['Belongs to another query.'],
    });
    emulator.advance(3601);
    expect((await more('limit=10&roles=agent')).body.error.data).toEqual({
      cursor: ['Has expired.'],
    });
  });
});

describe('GET /api/users/{id}', () => {
  it('gives one user, and the caller for 0', async () => {
    const emulator = await startEmulator();
    const token = await bearer(emulator);
    const get = async (id: string) => {
      const response = await emulator.get(`/acme/api/users/${id}`, token);
      return { status: response.status, body: await response.json() };
    };
    expect((await get('411805933')).body).toMatchObject({ name: 'Sam Rivers' });
    expect((await get('0')).body).toMatchObject({ name: 'Ivy Nakamura' });
    expect(await get('999')).toEqual({
      status: 404,
      body: { error: { msg: 'Not found.' } },
    });
    expect((await get('ivy')).status).toBe(400);
  });

  it('does not know 0 where the account is set so', async () => {
    const emulator = await startEmulator();
    const token = await bearer(
      emulator,
      'users:read',
      'ivy.nakamura@acme.example',
      'acme-outlet',
    );
    const response = await emulator.get('/acme-outlet/api/users/0', token);
    expect(response.status).toBe(404);
  });
});
