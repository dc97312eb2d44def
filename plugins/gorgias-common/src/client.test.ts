import { ResponseError } from '@backstage/errors';
import { GorgiasApi, GorgiasClient } from './client';

const BASE = 'http://backstage.example/api/gorgias';
const REF = 'resource:default/gorgias';
const SYSTEM = `${BASE}/systems/resource/default/gorgias`;

/** A client, and the requests it sends, all answered alike. */
function clientAnswering(answer: () => Response) {
  const requests: Array<{ url: string } & RequestInit> = [];
  const client: GorgiasApi = new GorgiasClient({
    discoveryApi: {
      getBaseUrl: async id => `http://backstage.example/api/${id}`,
    },
    fetchApi: {
      fetch: async (input, init) => {
        requests.push({ url: String(input), ...init });
        return answer();
      },
    },
  });
  return { client, requests };
}

describe('GorgiasClient', () => {
  const spec = { type: 'org-roles', orgRoles: ['group:default/a'] } as const;
  const calls: Array<{
    call: (client: GorgiasApi) => Promise<unknown>;
    method: string;
    url: string;
    body?: object;
  }> = [
    { call: c => c.listSystems(), method: 'GET', url: `${BASE}/systems` },
    {
      call: c => c.listSystems({ limit: 5, cursor: 'a+b/c=&d' }),
      method: 'GET',
      url: `${BASE}/systems?limit=5&cursor=a%2Bb%2Fc%3D%26d`,
    },
    { call: c => c.getSystem(REF), method: 'GET', url: SYSTEM },
    {
      call: c => c.getSystem('resource:my space/a?b#c%d'),
      method: 'GET',
      url: `${BASE}/systems/resource/my%20space/a%3Fb%23c%25d`,
    },
    {
      call: c => c.addCriticalSystem(REF),
      method: 'POST',
      url: `${BASE}/systems`,
      body: { entityRef: REF },
    },
    { call: c => c.removeCriticalSystem(REF), method: 'DELETE', url: SYSTEM },
    {
      call: c => c.startConnection({ entityRef: REF, subdomain: 'acme' }),
      method: 'POST',
      url: `${BASE}/connections`,
      body: { entityRef: REF, subdomain: 'acme' },
    },
    {
      call: c => c.getConnectionSession('../systems?x'),
      method: 'GET',
      url: `${BASE}/connections/sessions/..%2Fsystems%3Fx`,
    },
    {
      call: c => c.disconnect(REF),
      method: 'DELETE',
      url: `${SYSTEM}/connection`,
    },
    { call: c => c.syncNow(REF), method: 'POST', url: `${SYSTEM}/sync` },
    {
      call: c => c.listSyncRuns(REF, { limit: 1 }),
      method: 'GET',
      url: `${SYSTEM}/sync-runs?limit=1`,
    },
    {
      call: c =>
        c.listAccounts(REF, {
          search: 'a&b =c',
          check: 'mfa-enabled',
          status: undefined,
          state: 'active',
          cursor: undefined,
        }),
      method: 'GET',
      url: `${SYSTEM}/accounts?search=a%26b+%3Dc&check=mfa-enabled&state=active`,
    },
    {
      call: c => c.listAccounts(REF, { search: '', status: undefined }),
      method: 'GET',
      url: `${SYSTEM}/accounts`,
    },
    {
      call: c => c.getAccessRule(REF),
      method: 'GET',
      url: `${SYSTEM}/access-rule`,
    },
    {
      call: c =>
        c.putAccessRule(REF, { spec: { type: 'all-staff' }, revision: 0 }),
      method: 'PUT',
      url: `${SYSTEM}/access-rule`,
      body: { spec: { type: 'all-staff' }, revision: 0 },
    },
    {
      call: c =>
        c.previewAccessRule(REF, { ...spec, orgRoles: [...spec.orgRoles] }),
      method: 'POST',
      url: `${SYSTEM}/access-rule/preview`,
      body: { spec },
    },
  ];

  it.each(calls)('asks $method $url', async ({ call, method, url, body }) => {
    const { client, requests } = clientAnswering(() =>
      Response.json({ answer: 42 }),
    );
    expect(await call(client)).toEqual({ answer: 42 });
    expect(requests).toEqual([
      {
        url,
        method,
        credentials: 'include',
        ...(body && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      },
    ]);
  });

  it('rejects what is no entity ref, rather than throwing at once', async () => {
    const { client } = clientAnswering(() => Response.json({}));
    await expect(client.getSystem('gorgias')).rejects.toThrow(/entity ref/i);
  });

  it('takes an answer without content', async () => {
    const { client } = clientAnswering(
      () => new Response(null, { status: 204 }),
    );
    expect(await client.disconnect(REF)).toBeUndefined();
    expect(await client.removeCriticalSystem(REF)).toBeUndefined();
  });

  it.each([
    {
      name: 'an error of Backstage',
      answer: () =>
        Response.json(
          {
            error: { name: 'ConflictError', message: 'read it again' },
            response: { statusCode: 409 },
          },
          { status: 409 },
        ),
      status: 409,
      cause: { name: 'ConflictError', message: 'read it again' },
    },
    {
      name: 'an error page of something in between',
      answer: () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
      status: 502,
      cause: { message: expect.stringContaining('Bad gateway') },
    },
  ])('throws a ResponseError for $name', async ({ answer, status, cause }) => {
    const { client } = clientAnswering(answer);
    const error = await client.syncNow(REF).catch(thrown => thrown);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ statusCode: status, cause });
  });
});
