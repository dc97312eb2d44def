import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import fc from 'fast-check';
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

type Pages = Record<string, { users: object[]; next?: string } | undefined>;

describe('readAccounts', () => {
  let server: TestServer;
  const progress: Array<[pages: number, accounts: number]> = [];
  afterEach(() => server.close());

  /**
   * Reads an account whose pages are given by their cursors; `''` is the
   * first. What they are may change from request to request, which are
   * counted from 0.
   */
  const read = async (
    pages: Pages | ((request: number) => Pages),
    quiet = true,
  ) => {
    progress.length = 0;
    server = await serve((req, res) => {
      const { searchParams } = new URL(req.url!, 'http://gorgias.example');
      const page = (
        typeof pages === 'function' ? pages(server.requests.length - 1) : pages
      )[searchParams.get('cursor') ?? ''];
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
      tracing: tracingServiceMock.mock(),
    });
    const { accounts } = await readAccounts(client, {
      onPage: async (...done) => {
        progress.push(done);
      },
      isQuiet: async () => quiet,
    });
    return accounts.map(({ id }) => id);
  };
  const cursorsAsked = () =>
    server.requests.map(
      ({ url }) =>
        new URL(url!, 'http://gorgias.example').searchParams.get('cursor') ??
        '',
    );

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
    expect(cursorsAsked()).toEqual(['', 'b', 'c']);
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

  it('refuses a list in which a user differs from page to page, after three readings', async () => {
    await expect(
      read({
        '': { users: [user(1)], next: 'b' },
        b: { users: [user(1, { has_2fa_enabled: true })] },
      }),
    ).rejects.toMatchObject({
      kind: 'inconsistent',
      message:
        'Reading the users: the user 1 changed while being read. Nothing was changed; the next sync reads the list again.',
    });
    expect(cursorsAsked()).toEqual(['', 'b', '', 'b', '', 'b']);
  });

  it('takes the second reading when that fits together', async () => {
    const changed = user(1, { has_2fa_enabled: true });
    expect(
      await read(request => ({
        '': { users: [request === 0 ? user(1) : changed], next: 'b' },
        b: { users: [changed, user(2)] },
      })),
    ).toEqual(['1', '2']);
    expect(cursorsAsked()).toEqual(['', 'b', '', 'b']);
    expect(progress).toEqual([
      [1, 1],
      [1, 1],
      [2, 2],
    ]);
  });

  it('refuses a list that is not in the order that was asked for', async () => {
    const on = (day: number) => ({ created_datetime: `2026-01-0${day}` });
    await expect(
      read({
        '': { users: [user(1, on(1)), user(2, on(3))], next: 'b' },
        b: { users: [user(3, on(2))] },
      }),
    ).rejects.toMatchObject({
      kind: 'inconsistent',
      message: expect.stringContaining('the user 3 is out of the order'),
    });
    await server.close();
    // Who was read before may well come again, and not all have a date.
    expect(
      await read({
        '': { users: [user(1, on(1)), user(2, on(3))], next: 'b' },
        b: { users: [user(1, on(1)), user(4), user(5, on(3))] },
      }),
    ).toEqual(['1', '2', '4', '5']);
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
      kind: 'inconsistent',
      message: expect.stringContaining('the same cursor twice'),
    });
    expect(cursorsAsked()).toEqual(Array(3).fill(['', 'c', 'b']).flat());
  });

  it('begins again where Gorgias does not know its own cursor any more', async () => {
    expect(
      await read(request => ({
        '': { users: [user(1)], next: request === 0 ? 'lapsed' : 'b' },
        b: { users: [user(2)] },
      })),
    ).toEqual(['1', '2']);
    expect(cursorsAsked()).toEqual(['', 'lapsed', '', 'b']);
  });

  it('gives nothing when the cursor of the last page is never accepted', async () => {
    await expect(
      read({
        '': { users: [user(1)], next: 'b' },
        b: { users: [user(2)], next: 'lapsed' },
      }),
    ).rejects.toMatchObject({
      kind: 'inconsistent',
      message: expect.stringContaining('its own cursor'),
    });
    expect(cursorsAsked()).toEqual(Array(3).fill(['', 'b', 'lapsed']).flat());
  });

  it('does not begin again when the first page is refused', async () => {
    await expect(read({})).rejects.toMatchObject({ kind: 'refused' });
    expect(cursorsAsked()).toEqual(['']);
  });

  it('looks at all pages but the last again when somebody may have slipped over a seam', async () => {
    // Between the first page and the second, user 1 is deleted.
    expect(
      await read(
        request =>
          request === 0
            ? { '': { users: [user(1), user(2)], next: '2' } }
            : {
                '': { users: [user(2), user(3)], next: '2' },
                2: { users: [user(4)] },
              },
        false,
      ),
    ).toEqual(['1', '2', '4', '3']);
    expect(cursorsAsked()).toEqual(['', '2', '']);
  });

  it('has no seam to look at where there is one page', async () => {
    await read({ '': { users: [user(1)] } }, false);
    expect(cursorsAsked()).toEqual(['']);
  });

  it('refuses a list in which the second look at a page shows a change', async () => {
    await expect(
      read(
        request => ({
          '': { users: [user(1, { active: request % 3 < 2 })], next: 'b' },
          b: { users: [user(2)] },
        }),
        false,
      ),
    ).rejects.toMatchObject({ kind: 'inconsistent' });
    expect(cursorsAsked()).toHaveLength(9);
  });

  it('loses nobody who is there all the time, whoever is deleted when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ request: fc.nat(6), user: fc.nat(11) }), {
          maxLength: 1,
        }),
        async (count, size, deletions) => {
          const everybody = [...Array(count).keys()];
          const presentAt = (request: number) =>
            everybody.filter(
              id =>
                !deletions.some(
                  deletion =>
                    deletion.user === id && deletion.request < request,
                ),
            );
          const staying = presentAt(Infinity);
          fc.pre(staying.length > 0);
          const found = await read(request => {
            const present = presentAt(request);
            const offsets = [...Array(count).keys()].filter(
              offset => offset % size === 0,
            );
            return Object.fromEntries(
              offsets.map(offset => [
                offset || '',
                {
                  users: present
                    .slice(offset, offset + size)
                    .map(id => user(id)),
                  ...(offset + size < present.length && {
                    next: String(offset + size),
                  }),
                },
              ]),
            );
          }, false);
          await server.close();
          expect(found).toEqual(
            expect.arrayContaining(staying.map(id => String(id))),
          );
        },
      ),
    );
    server = await serve(() => undefined);
  });
});
