import { testPatience } from '../__testUtils__/clock';
import { sendJson, serve, TestServer } from '../__testUtils__/serve';
import { GorgiasClient } from '../gorgias/GorgiasClient';
import { readAccounts } from './readAccounts';

const user = (id: number, differing: object = {}) => ({
  id,
  active: true,
  name: `User ${id}`,
  ...differing,
});

describe('readAccounts', () => {
  let server: TestServer;
  let quiet = true;
  const progress: Array<[pages: number, accounts: number]> = [];
  afterEach(() => server.close());

  /** Reads an account whose pages are given by their cursors; `''` is the first. */
  const read = async (
    pages: Record<string, { users: object[]; next?: string } | undefined>,
  ) => {
    progress.length = 0;
    server = await serve((req, res) => {
      const { searchParams } = new URL(req.url!, 'http://gorgias.example');
      const page = pages[searchParams.get('cursor') ?? ''];
      if (page) {
        sendJson(res, {
          data: page.users,
          meta: { next_cursor: page.next ?? null },
        });
      } else {
        sendJson(res, { error: { msg: 'Invalid request.' } }, 400);
      }
    });
    const client = new GorgiasClient({
      baseUrl: `${server.url}/{subdomain}`,
      subdomain: 'acme',
      authorization: async () => 'Bearer token',
      patience: testPatience(),
    });
    const accounts = await readAccounts(client, {
      onPage: async (...done) => {
        progress.push(done);
      },
      isQuiet: async () => quiet,
    });
    return accounts.map(({ id }) => id);
  };

  it('reads every page, in order, and tells how far it is', async () => {
    expect(
      await read({
        '': { users: [user(3), user(1)], next: 'b' },
        b: { users: [user(7)], next: 'c' },
        c: { users: [user(2)] },
      }),
    ).toEqual(['3', '1', '7', '2']);
    expect(progress).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
  });

  it('does not believe that an account has no users', async () => {
    await expect(read({ '': { users: [] } })).rejects.toMatchObject({
      kind: 'bad-answer',
      message: expect.stringContaining('That is not believed'),
    });
  });

  it('goes on after an empty page that has a next one', async () => {
    expect(
      await read({
        '': { users: [user(1)], next: 'b' },
        b: { users: [], next: 'c' },
        c: { users: [user(2)] },
      }),
    ).toEqual(['1', '2']);
  });

  it('has a user once who slipped to the next page', async () => {
    expect(
      await read({
        '': { users: [user(1), user(2)], next: 'b' },
        b: { users: [user(2), user(3)] },
      }),
    ).toEqual(['1', '2', '3']);
  });

  it('does not count what is not kept for a difference', async () => {
    expect(
      await read({
        '': { users: [user(1, { bio: 'old' })], next: 'b' },
        b: { users: [user(1, { bio: 'new' })] },
      }),
    ).toEqual(['1']);
  });

  it('refuses a list in which a user differs from page to page', async () => {
    await expect(
      read({
        '': { users: [user(1)], next: 'b' },
        b: { users: [user(1, { has_2fa_enabled: true })] },
      }),
    ).rejects.toMatchObject({
      kind: 'bad-answer',
      message: expect.stringContaining('the user 1 changed while being read'),
    });
  });

  it.each([
    { name: 'itself', next: 'b' },
    { name: 'the page before', next: 'c' },
  ])('refuses a list whose page leads to $name', async ({ next }) => {
    await expect(
      read({
        '': { users: [user(1)], next: 'c' },
        c: { users: [user(2)], next: 'b' },
        b: { users: [user(3)], next },
      }),
    ).rejects.toMatchObject({
      kind: 'bad-answer',
      message: expect.stringContaining('the same cursor twice'),
    });
    expect(server.requests).toHaveLength(3);
  });

  it('gives nothing when the last page fails', async () => {
    await expect(
      read({
        '': { users: [user(1)], next: 'b' },
        b: { users: [user(2)], next: 'lapsed' },
      }),
    ).rejects.toMatchObject({ kind: 'refused' });
    expect(progress).toHaveLength(2);
  });
});
