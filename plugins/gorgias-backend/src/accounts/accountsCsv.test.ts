import { AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const HEADER = [
  'Account id,Name,E-mail,Gorgias role,State,Kind,Identity',
  'Staff member or owner,Org roles,Last log-in,Created',
  'User should be identified: status',
].join(',');

describe.each(databaseIds)('accounts as CSV on %s', id => {
  const success = jest.fn();
  const fail = jest.fn();
  const auditor = mockServices.auditor.mock();
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    success.mockReset();
    fail.mockReset();
    auditor.createEvent.mockReset().mockResolvedValue({ success, fail });
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [auditor.factory],
    });
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const download = (query = '', user = ADMIN) =>
    fetch(
      `${gorgias.baseUrl}/systems/resource/default/gorgias/accounts.csv${query}`,
      { headers: { authorization: mockCredentials.user.header(user) } },
    );
  const linesOf = async (query?: string) =>
    (await (await download(query)).text()).split('\r\n');
  const exportEvents = (): AuditorServiceCreateEventOptions[] =>
    auditor.createEvent.mock.calls
      .map(([event]) => event)
      .filter(({ eventId }) => eventId === 'account-export');

  it('is a file that spreadsheets open and nobody keeps', async () => {
    const answer = await download();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(
      /^text\/csv; charset=utf-8/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="gorgias-accounts-gorgias-2026-11-24.csv"',
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = bytes.subarray(3).toString().split('\r\n');
    expect(lines[0].startsWith(HEADER)).toBe(true);
    expect(lines[0].split(',')).toHaveLength(11 + 4 * 4);
    // The header, an account a line, and nothing after the last end of line.
    expect(lines).toHaveLength(1 + 23 + 1);
    expect(lines.at(-1)).toBe('');
    expect(lines.some(line => line.includes('\n'))).toBe(false);
  });

  it('has what the list shows, under the same filter and in the same order', async () => {
    const query = '?check=mfa-enabled&status=failing&orderBy=name&order=desc';
    const { items } = await gorgias.as(ADMIN).listAccounts(GORGIAS, {
      check: 'mfa-enabled',
      status: 'failing',
      orderBy: 'name',
      order: 'desc',
    });
    const [, ...lines] = await linesOf(query);
    expect(lines.slice(0, -1).map(line => line.split(',')[0])).toEqual(
      items.map(row => row.id),
    );
    const sam = items.find(({ name }) => name === 'Sam Rivers')!;
    const mfa = sam.verdicts.find(({ checkId }) => checkId === 'mfa-enabled')!;
    const line = lines.find(text => text.startsWith(sam.id))!;
    expect(line).toContain(`,Sam Rivers,sam.rivers@acme.example,`);
    expect(line).toContain(
      ',staff-member,user:default/sam.rivers,group:default/support-tier-1,',
    );
    expect(line).toContain(`failing,`);
    expect(line).toContain(mfa.ground.replaceAll('"', '""'));
    expect(line).toContain(`,${mfa.since},${mfa.dueAt}`);
  });

  it('quotes what would break a line, and runs no formula', async () => {
    const rename = async (email: string, name: string) => {
      const { items } = await gorgias
        .as(ADMIN)
        .listAccounts(GORGIAS, { search: email });
      await gorgias.control('PATCH', `/accounts/acme/users/${items[0].id}`, {
        name,
      });
    };
    await rename('sam.rivers@acme.example', '=HYPERLINK("http://evil","Sam")');
    await rename('maya.ortiz@acme.example', 'Ortiz, "Maya"\nthe second');
    await rename('greta.jansen@acme.example', 'Greta\n=1+1');
    await gorgias.sync();
    const text = await (await download()).text();
    expect(text).toContain(`,"'=HYPERLINK(""http://evil"",""Sam"")",`);
    expect(text).toContain(`,"Ortiz, ""Maya""\nthe second",`);
    expect(text).toContain(`,"Greta\n=1+1",`);
  });

  it('is only for who may take people out of Backstage, and audited with the rows and the filter', async () => {
    expect((await download('', ENGINEER)).status).toBe(403);
    expect(exportEvents()).toEqual([]);

    await linesOf('?state=active&search=maya');
    expect(exportEvents()).toMatchObject([
      {
        severityLevel: 'medium',
        meta: { entityRef: GORGIAS, state: 'active', search: 'maya' },
      },
    ]);
    expect(success).toHaveBeenLastCalledWith({ meta: { rows: 1 } });
    expect(fail).not.toHaveBeenCalled();
  });
});
