import { ADMIN, ENGINEER, OUTSIDER, OWNER } from './__testUtils__/policy';
import { RunningSearch, startSearch } from './__testUtils__/startSearch';

const GORGIAS = 'resource:default/gorgias';
const LARGE = 'resource:default/gorgias-large';
const ACCOUNT = 'gorgias-account';
const SYSTEM = 'gorgias-system';

let search: RunningSearch;

beforeAll(async () => {
  search = await startSearch();
  await search.addSystem(GORGIAS, 'acme', 'ivy.nakamura@acme.example');
  await search.addSystem(LARGE, 'acme-large', 'agent-001@acme-large.example');
  await search.index();
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => search.stop());

/** The titles of what somebody finds. */
const titles = async (...args: Parameters<RunningSearch['find']>) =>
  (await search.find(...args)).map(({ document }) => document.title);

describe('in the search', () => {
  it('finds a system by who may see how it stands', async () => {
    const { freshness, status } = await search.gorgias.getSystem(GORGIAS);
    const [first] = await search.find(
      ENGINEER,
      'Helpdesk gorgias acme',
      SYSTEM,
    );
    expect(first).toMatchObject({
      type: SYSTEM,
      document: {
        title: 'Helpdesk',
        text: `Critical system ${GORGIAS}, Gorgias account acme, access ${status} as read from Gorgias at ${freshness.factsAt}`,
        location: '/critical-systems/resource/default/gorgias',
        entityRef: GORGIAS,
        status,
      },
    });
    expect(await titles(ENGINEER, 'Helpdesk')).toEqual(
      expect.arrayContaining(['Helpdesk', 'Large Helpdesk']),
    );
    expect(await titles(OUTSIDER, 'Helpdesk')).toEqual([]);
  });

  it('finds an account by name and by e-mail address, and leads to it', async () => {
    const { items } = await search.gorgias.listAccounts(GORGIAS, {
      search: 'maya.ortiz@acme.example',
    });
    const [{ id, status }] = items;
    for (const term of ['Maya Ortiz', 'maya.ortiz@acme.example']) {
      const [first] = await search.find(ADMIN, term, ACCOUNT);
      expect(first).toMatchObject({
        type: ACCOUNT,
        document: {
          title: 'Maya Ortiz',
          text: expect.stringMatching(
            /^maya\.ortiz@acme\.example, account of Helpdesk, role .+, active, access .+ as read from Gorgias at \d{4}-.+Z$/,
          ),
          location: `/critical-systems/resource/default/gorgias/accounts?account=${id}`,
          email: 'maya.ortiz@acme.example',
          entityRef: GORGIAS,
          state: 'active',
          status,
        },
      });
    }
  });

  it('finds accounts for nobody but who may see those of the system', async () => {
    const term = 'Helpdesk';
    const ofBoth = await search.find(ADMIN, term, ACCOUNT);
    expect(systemsOf(ofBoth)).toEqual([GORGIAS, LARGE]);
    const ofOwn = await search.find(OWNER, term, ACCOUNT);
    expect(systemsOf(ofOwn)).toEqual([GORGIAS]);
    expect(ofOwn).toHaveLength(23);
    expect(await search.find(ENGINEER, term, ACCOUNT)).toEqual([]);
    expect(await search.find(OUTSIDER, term, ACCOUNT)).toEqual([]);

    // Nor when nobody says which type is looked for.
    expect(await titles(OWNER, 'Maya Ortiz')).toContain('Maya Ortiz');
    expect(await titles(ENGINEER, 'Maya Ortiz')).not.toContain('Maya Ortiz');
  });

  it('indexes the accounts of all pages, a page at a time', async () => {
    const requests = jest.spyOn(global, 'fetch');
    await search.index();
    const pages = requests.mock.calls
      .map(([url]) => String(url))
      .filter(url => url.includes('/gorgias-large/accounts?limit=100'));
    expect(pages).toHaveLength(3);

    const found = (await search.find(ADMIN, 'Large', ACCOUNT)).filter(
      ({ document }) => 'entityRef' in document && document.entityRef === LARGE,
    );
    expect(new Set(found.map(({ document }) => document.location)).size).toBe(
      250,
    );
  });

  it('shows nothing but the fields that are meant for it', async () => {
    for (const { document } of await search.find(ADMIN, 'Helpdesk', ACCOUNT)) {
      expect(Object.keys(document).sort()).toEqual([
        'email',
        'entityRef',
        'location',
        'role',
        'state',
        'status',
        'text',
        'title',
      ]);
    }
  });

  it('keeps the index when a page can’t be read', async () => {
    const realFetch = global.fetch;
    const broken = jest
      .spyOn(global, 'fetch')
      .mockImplementation(async (input, init) =>
        /gorgias-large\/accounts.*cursor=/.test(String(input))
          ? Response.json({}, { status: 503 })
          : realFetch(input, init),
      );
    await search.index();
    expect(
      broken.mock.calls.filter(([url]) => /cursor=/.test(String(url))),
    ).toHaveLength(1);
    broken.mockRestore();
    const found = await search.find(ADMIN, 'Helpdesk', ACCOUNT);
    expect(found).toHaveLength(273);
  });

  it('no longer finds what is no critical system any more', async () => {
    await search.gorgias.removeCriticalSystem(LARGE);
    await search.index();
    expect(await titles(ADMIN, 'Helpdesk', SYSTEM)).toEqual(['Helpdesk']);
    expect(systemsOf(await search.find(ADMIN, 'Helpdesk', ACCOUNT))).toEqual([
      GORGIAS,
    ]);
  });
});

function systemsOf(results: Array<{ document: object }>): unknown[] {
  const refs = results.map(
    ({ document }) => (document as { entityRef?: string }).entityRef,
  );
  return [...new Set(refs)].sort();
}
