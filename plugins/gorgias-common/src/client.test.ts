import { ResponseError } from '@backstage/errors';
import { GorgiasApi } from './api';
import { GorgiasClient } from './client';

const BASE = 'http://backstage.example/api/gorgias';
const REF = 'resource:default/gorgias';
const SYSTEM = `${BASE}/systems/resource/default/gorgias`;
const STAFF = 'user:default/a.b';
const UNTIL = '2026-12-31T00:00:00.000Z';
/** As it was read. */
const EXCEPTION = { id: 'x/y', etag: 'e' };

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
  const ask = {
    accountId: '7',
    checkId: 'mfa-enabled',
    reason: 'A shared phone.',
    until: UNTIL,
  } as const;
  const calls: Array<{
    call: (client: GorgiasApi) => Promise<unknown>;
    method: string;
    url: string;
    body?: object;
    ifMatch?: string;
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
      call: c => c.listAccounts(REF, { gorgiasRole: '', orderBy: 'status' }),
      method: 'GET',
      url: `${SYSTEM}/accounts?gorgiasRole=&orderBy=status`,
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
      ifMatch: '"0"',
      body: { spec: { type: 'all-staff' } },
    },
    {
      call: c =>
        c.putAccessRule(REF, {
          spec: { type: 'all-staff' },
          revision: 7,
          reason: 'Everybody helps out.',
          factsVersion: 'facts',
        }),
      method: 'PUT',
      url: `${SYSTEM}/access-rule`,
      ifMatch: '"7"',
      body: {
        spec: { type: 'all-staff' },
        reason: 'Everybody helps out.',
        factsVersion: 'facts',
      },
    },
    {
      call: c => c.listAccessRuleVersions(REF, { limit: 2 }),
      method: 'GET',
      url: `${SYSTEM}/access-rule/versions?limit=2`,
    },
    {
      call: c =>
        c.previewAccessRule(REF, { ...spec, orgRoles: [...spec.orgRoles] }),
      method: 'POST',
      url: `${SYSTEM}/access-rule/preview`,
      body: { spec },
    },
    {
      call: c => c.getAccount(REF, '7/8'),
      method: 'GET',
      url: `${SYSTEM}/accounts/7%2F8`,
    },
    {
      call: c =>
        c.putIdentities(REF, {
          accounts: [{ id: '7', etag: 'e' }],
          assignment: { type: 'automatic' },
        }),
      method: 'PUT',
      url: `${SYSTEM}/accounts/identities`,
      body: {
        accounts: [{ id: '7', etag: 'e' }],
        assignment: { type: 'automatic' },
      },
    },
    {
      call: c => c.undoIdentityChange(REF, 'a/b'),
      method: 'POST',
      url: `${SYSTEM}/identity-changes/a%2Fb/undo`,
    },
    {
      call: c => c.listOffboarded(REF, { status: 'active', search: 'a b' }),
      method: 'GET',
      url: `${SYSTEM}/people?status=active&search=a+b`,
    },
    {
      call: c => c.putRevocation(REF, STAFF, { proof: 'IT-1', etag: 'e' }),
      method: 'PUT',
      url: `${SYSTEM}/people/user/default/a.b/revocation`,
      ifMatch: '"e"',
      body: { proof: 'IT-1' },
    },
    {
      call: c => c.deleteRevocation(REF, STAFF, 'e'),
      method: 'DELETE',
      url: `${SYSTEM}/people/user/default/a.b/revocation`,
      ifMatch: '"e"',
    },
    {
      call: c => c.getStaffMember(STAFF),
      method: 'GET',
      url: `${BASE}/staff/user/default/a.b`,
    },
    {
      call: c =>
        c.putOffboarding(STAFF, {
          offboardedAt: '2026-10-30T00:00:00.000Z',
          proof: 'HR-1',
          etag: 'e',
        }),
      method: 'PUT',
      url: `${BASE}/staff/user/default/a.b/offboarding`,
      ifMatch: '"e"',
      body: { offboardedAt: '2026-10-30T00:00:00.000Z', proof: 'HR-1' },
    },
    {
      call: c => c.deleteOffboarding(STAFF, 'e'),
      method: 'DELETE',
      url: `${BASE}/staff/user/default/a.b/offboarding`,
      ifMatch: '"e"',
    },
    {
      call: c => c.listExceptions(REF, { accountId: '7', status: 'approved' }),
      method: 'GET',
      url: `${SYSTEM}/exceptions?accountId=7&status=approved`,
    },
    {
      call: c => c.requestException(REF, ask),
      method: 'POST',
      url: `${SYSTEM}/exceptions`,
      body: ask,
    },
    {
      call: c => c.approveException(REF, EXCEPTION),
      method: 'POST',
      url: `${SYSTEM}/exceptions/x%2Fy/approve`,
      ifMatch: '"e"',
    },
    {
      call: c => c.refuseException(REF, EXCEPTION, 'No.'),
      method: 'POST',
      url: `${SYSTEM}/exceptions/x%2Fy/refuse`,
      ifMatch: '"e"',
      body: { reason: 'No.' },
    },
    {
      call: c => c.withdrawException(REF, EXCEPTION, 'Over.'),
      method: 'POST',
      url: `${SYSTEM}/exceptions/x%2Fy/withdraw`,
      ifMatch: '"e"',
      body: { reason: 'Over.' },
    },
    {
      call: c =>
        c.extendException(REF, EXCEPTION, { until: UNTIL, reason: 'Still.' }),
      method: 'POST',
      url: `${SYSTEM}/exceptions/x%2Fy/extend`,
      ifMatch: '"e"',
      body: { until: UNTIL, reason: 'Still.' },
    },
    {
      call: c => c.listHistory(REF, { kind: 'verdict', limit: 10 }),
      method: 'GET',
      url: `${SYSTEM}/history?kind=verdict&limit=10`,
    },
  ];

  it.each(calls)(
    'asks $method $url',
    async ({ call, method, url, body, ifMatch }) => {
      const { client, requests } = clientAnswering(() =>
        Response.json({ answer: 42 }),
      );
      expect(await call(client)).toEqual({ answer: 42 });
      expect(requests).toEqual([
        {
          url,
          method,
          credentials: 'include',
          headers: {
            ...(body && { 'Content-Type': 'application/json' }),
            ...(ifMatch && { 'If-Match': ifMatch }),
          },
          ...(body && { body: JSON.stringify(body) }),
        },
      ]);
    },
  );

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
