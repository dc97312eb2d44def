import { mockCredentials } from '@backstage/backend-test-utils';
import { databaseIds, databases } from './__testUtils__/databases';
import {
  ADMIN,
  AUDITOR,
  ENGINEER,
  GORGIAS,
  MONITORING,
  OWNER,
  RunningGorgias,
  startGorgias,
} from './__testUtils__/startGorgias';
import { operationsOf } from './openapi/__testUtils__/openApi';
import { openApiDocument } from './openapi/document';

const SYSTEM = '/systems/{kind}/{namespace}/{name}';
const SPEC = { type: 'all-staff' };

const API_KEY = {
  entityRef: GORGIAS,
  subdomain: 'acme',
  email: 'ivy.nakamura@acme.example',
  apiKey: 'acme-api-key',
};

const SERVICE_ACCOUNT = {
  accounts: [{ id: '410200121', etag: 'of-another-time' }],
  assignment: {
    type: 'service-account',
    owner: 'group:default/support',
    purpose: 'Answers returns',
    reviewAt: '2098-01-01T00:00:00.000Z',
  },
};
const EXCEPTION = {
  accountId: '411805933',
  checkId: 'user-identified',
  reason: 'Not needed, it passes',
  until: '2098-01-01T00:00:00.000Z',
};
const REASON = { reason: 'Because' };
const LEFT = { offboardedAt: '2026-01-01T00:00:00.000Z', proof: 'HR-1' };
const STAFF = '/staff/{staffKind}/{staffNamespace}/{staffName}';
const PERSON = `${SYSTEM}/people/{staffKind}/{staffNamespace}/{staffName}`;
const ONE_REVIEW = `${SYSTEM}/reviews/{reviewId}`;
const MANAGER = { by: 'manager' };
const REVIEW = {
  title: 'Access review',
  dueAt: new Date(Date.now() + 1e9).toISOString(),
  reviewers: MANAGER,
};
const ONE_EXCEPTION = `${SYSTEM}/exceptions/{exceptionId}`;

/**
 * Every route, and what an engineer without rights, the owner of the system
 * and an admin get. Where something is not there, or not as it was read, only
 * somebody with rights gets to hear.
 */
const ROUTES: Array<[string, string, number, number, number, object?]> = [
  // method, path, engineer, owner, admin, body
  ['GET', '/health', 200, 200, 200],
  ['GET', '/evidence/heads', 200, 200, 200],
  ['GET', '/evidence/public-keys', 200, 200, 200],
  ['GET', '/evidence/systems', 200, 200, 200],
  ['GET', '/systems', 200, 200, 200],
  ['GET', SYSTEM, 200, 200, 200],
  ['GET', `${SYSTEM}/accounts`, 200, 200, 200],
  ['GET', `${SYSTEM}/accounts.csv`, 403, 200, 200],
  // Somebody else's: as if it was not there.
  ['GET', `${SYSTEM}/accounts/{accountId}`, 404, 200, 200],
  ['GET', `${SYSTEM}/evidence`, 403, 200, 200],
  ['GET', `${SYSTEM}/population`, 403, 200, 200],
  ['GET', `${SYSTEM}/evidence.zip`, 403, 200, 200],
  ['GET', '/reviews/mine', 200, 200, 200],
  ['GET', `${SYSTEM}/reviews`, 200, 200, 200],
  ['POST', `${SYSTEM}/reviews/preview`, 403, 403, 409, { reviewers: MANAGER }],
  ['POST', `${SYSTEM}/reviews`, 403, 403, 409, REVIEW],
  // Whoever takes no part in a review does not hear whether there is one.
  ['GET', ONE_REVIEW, 403, 404, 404],
  ['GET', `${ONE_REVIEW}/items`, 403, 404, 404],
  [
    'POST',
    `${ONE_REVIEW}/decisions`,
    403,
    404,
    404,
    { accountIds: ['1'], decision: 'keep' },
  ],
  [
    'POST',
    `${ONE_REVIEW}/delegations`,
    403,
    404,
    404,
    { accountIds: ['1'], to: ADMIN },
  ],
  [
    'POST',
    `${ONE_REVIEW}/extension`,
    403,
    404,
    404,
    { ...REASON, dueAt: EXCEPTION.until },
  ],
  ['POST', `${ONE_REVIEW}/sign-off`, 403, 404, 404, {}],
  ['POST', `${ONE_REVIEW}/cancellation`, 403, 404, 404, REASON],
  ['GET', `${SYSTEM}/sync-runs`, 200, 200, 200],
  ['GET', `${SYSTEM}/access-rule`, 200, 200, 200],
  ['GET', `${SYSTEM}/access-rule/versions`, 403, 200, 200],
  ['GET', `${SYSTEM}/people`, 403, 200, 200],
  ['GET', `${SYSTEM}/exceptions`, 403, 200, 200],
  ['GET', `${SYSTEM}/history`, 403, 200, 200],
  ['GET', `${SYSTEM}/trends`, 200, 200, 200],
  // A cell may be one person, of whom it tells the verdict.
  ['GET', `${SYSTEM}/access-matrix`, 403, 200, 200],
  // Staff is everybody's, so owning one system is not enough.
  ['GET', STAFF, 403, 403, 200],
  ['PUT', `${STAFF}/offboarding`, 403, 403, 409, LEFT],
  ['DELETE', `${STAFF}/offboarding`, 403, 403, 409],
  ['POST', `${SYSTEM}/access-rule/preview`, 403, 200, 200, { spec: SPEC }],
  ['PUT', `${SYSTEM}/accounts/identities`, 403, 409, 409, SERVICE_ACCOUNT],
  ['POST', `${SYSTEM}/identity-changes/{changeId}/undo`, 403, 404, 404],
  ['PUT', `${PERSON}/revocation`, 403, 404, 404, { proof: 'HR-1' }],
  ['DELETE', `${PERSON}/revocation`, 403, 404, 404],
  ['POST', `${SYSTEM}/exceptions`, 403, 400, 400, EXCEPTION],
  ['POST', `${ONE_EXCEPTION}/approve`, 403, 404, 404],
  ['POST', `${ONE_EXCEPTION}/refuse`, 403, 404, 404, REASON],
  ['POST', `${ONE_EXCEPTION}/withdraw`, 403, 404, 404, REASON],
  [
    'POST',
    `${ONE_EXCEPTION}/extend`,
    403,
    404,
    404,
    { ...REASON, until: EXCEPTION.until },
  ],
  ['POST', '/systems', 403, 403, 201, { entityRef: GORGIAS }],
  ['PUT', `${SYSTEM}/access-rule`, 403, 403, 200, { spec: SPEC }],
  ['POST', `${SYSTEM}/sync`, 403, 403, 202],
  ['POST', `${SYSTEM}/sync-runs/{runId}/accept`, 403, 403, 409],
  ['POST', `${SYSTEM}/sync-runs/{runId}/discard`, 403, 403, 409],
  [
    'POST',
    '/connections',
    403,
    403,
    201,
    { entityRef: GORGIAS, subdomain: 'acme' },
  ],
  ['POST', '/connections/api-key', 403, 403, 201, API_KEY],
  // Whoever began an attempt may see it; nobody else has one of this name.
  ['GET', '/connections/sessions/{sessionId}', 404, 404, 404],
  ['DELETE', `${SYSTEM}/connection`, 403, 403, 204],
  ['DELETE', SYSTEM, 403, 403, 204],
];

/** What other plugins and monitoring may ask, without a user. */
const FOR_SERVICES = [
  'GET /health',
  'GET /evidence/heads',
  'GET /evidence/public-keys',
  'GET /systems',
  `GET ${SYSTEM}`,
  `GET ${SYSTEM}/accounts`,
];

describe.each(databaseIds)('access to the routes on %s', id => {
  let gorgias: RunningGorgias;

  beforeAll(async () => {
    gorgias = await startGorgias({ knex: await databases.init(id) });
    await gorgias.connect();
  });
  afterAll(() => gorgias.stop());

  const call = (
    method: string,
    path: string,
    authorization: string,
    body?: object,
    baseUrl = gorgias.baseUrl,
  ) =>
    fetch(
      baseUrl +
        path
          .replace(/population$/, `population?at=${new Date().toISOString()}`)
          .replace(/evidence.zip$/, () => {
            const now = new Date().toISOString();
            return `evidence.zip?from=${now}&to=${now}`;
          })
          .replace('{kind}/{namespace}/{name}', 'resource/default/gorgias')
          .replace('{sessionId}', 'nothing')
          .replace('{runId}', 'nothing')
          .replace('{changeId}', 'nothing')
          .replace('{exceptionId}', 'nothing')
          .replace('{reviewId}', 'nothing')
          .replace('{accountId}', '410200117')
          .replace(
            '{staffKind}/{staffNamespace}/{staffName}',
            'user/default/maya.ortiz',
          ),
      {
        method,
        headers: {
          authorization,
          // The revision of a rule that is not there yet, and no etag.
          'if-match': '"0"',
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      },
    );

  it.each(
    ROUTES.map(([method, path, engineer, owner, admin, body]) => ({
      method,
      path,
      engineer,
      owner,
      admin,
      service: FOR_SERVICES.includes(`${method} ${path}`) ? 200 : 403,
      body,
    })),
  )(
    '$method $path: engineer $engineer, owner $owner, admin $admin, nobody 401, another plugin $service',
    async ({ method, path, engineer, owner, admin, service, body }) => {
      const statusFor = async (authorization: string) =>
        (await call(method, path, authorization, body, gorgias.checkedUrl))
          .status;

      expect(await statusFor(mockCredentials.none.header())).toBe(401);
      expect(await statusFor(mockCredentials.user.invalidHeader())).toBe(401);
      expect(await statusFor(mockCredentials.service.header())).toBe(service);
      expect(await statusFor(mockCredentials.user.header(ENGINEER))).toBe(
        engineer,
      );
      expect(await statusFor(mockCredentials.user.header(OWNER))).toBe(owner);
      expect(await statusFor(mockCredentials.user.header(ADMIN))).toBe(admin);
    },
  );

  it('lets an auditor see evidence, and nothing else of a system', async () => {
    const allowed: string[] = [];
    for (const [method, path, , , , body] of ROUTES) {
      const { status } = await call(
        method,
        path,
        mockCredentials.user.header(AUDITOR),
        body,
      );
      if (status !== 403) {
        allowed.push(`${status} ${method} ${path}`);
      }
    }
    expect(allowed).toEqual([
      '200 GET /health',
      '200 GET /evidence/heads',
      '200 GET /evidence/public-keys',
      '200 GET /evidence/systems',
      '200 GET /systems',
      `200 GET ${SYSTEM}/evidence`,
      `200 GET ${SYSTEM}/population`,
      `200 GET ${SYSTEM}/evidence.zip`,
      '200 GET /reviews/mine',
      // Whoever began an attempt may see it; nobody else has one of this name.
      '404 GET /connections/sessions/{sessionId}',
    ]);
    for (const path of ['/health', '/systems']) {
      const answer = await call(
        'GET',
        path,
        mockCredentials.user.header(AUDITOR),
      );
      expect(await answer.json()).toMatchObject(
        path === '/health' ? { systems: [] } : { items: [] },
      );
    }
  });

  it('lets another plugin read what it has permissions for, and act for nobody', async () => {
    const read = async (path: string, subject?: string) => {
      const answer = await call(
        'GET',
        path,
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: 'gorgias',
        }),
        undefined,
        gorgias.checkedUrl,
      );
      return answer.json();
    };
    const summary = await read(SYSTEM);
    expect(summary).toMatchObject({
      actions: ['read-accounts'],
      canManage: false,
      ownAccounts: [],
    });
    const { totalItems } = await read(`${SYSTEM}/accounts`);
    expect(totalItems).toBeGreaterThan(5);

    expect(await read(SYSTEM, MONITORING)).toMatchObject({
      actions: [],
      ownAccounts: [],
    });
    expect(await read(`${SYSTEM}/accounts`, MONITORING)).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('covers every route of the OpenAPI document', () => {
    expect(
      [
        ...ROUTES.map(([method, path]) => `${method} ${path}`),
        // Open by design; its tests are those of connecting.
        'GET /connections/callback',
      ].sort(),
    ).toEqual([...operationsOf(openApiDocument).keys()].sort());
  });

  it('tells the permission backend who owns the system', async () => {
    const decide = async (resourceRef: string, ...claims: string[]) => {
      const resourceType = 'gorgias-system';
      const answer = await call(
        'POST',
        '/.well-known/backstage/permissions/apply-conditions',
        mockCredentials.service.header({
          onBehalfOf: await mockCredentials.service(),
          targetPluginId: 'gorgias',
        }),
        {
          items: [
            {
              id: 'one',
              resourceRef,
              resourceType,
              conditions: {
                rule: 'IS_SYSTEM_OWNER',
                resourceType,
                params: { claims },
              },
            },
          ],
        },
      );
      return (await answer.json()).items[0].result;
    };
    expect(await decide(GORGIAS, OWNER, 'group:default/support')).toBe('ALLOW');
    expect(await decide(GORGIAS, ENGINEER, 'group:default/it')).toBe('DENY');
    expect(await decide('resource:default/none', OWNER)).toBe('DENY');
  });

  it('leaves nothing open next to the callback', async () => {
    for (const path of [
      '/openapi.json',
      '/',
      '/connections',
      '/connections/callbacks',
    ]) {
      expect(
        (await call('GET', path, mockCredentials.none.header())).status,
      ).toBe(401);
    }
  });

  it('serves the OpenAPI document to signed-in users', async () => {
    const answer = await call(
      'GET',
      '/openapi.json',
      mockCredentials.user.header(ENGINEER),
    );
    expect(await answer.json()).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: '/api/gorgias' }],
      paths: openApiDocument.paths,
    });
  });

  const BAD_REQUESTS: Array<[string, string, string, object?]> = [
    ['GET', '/systems?limit=0', 'limit'],
    ['GET', '/systems?limit=101', 'limit'],
    ['GET', '/systems?limit=many', 'limit'],
    ['GET', '/systems?cursor=nonsense', 'cursor'],
    ['GET', '/systems?page=2', 'page'],
    ['GET', `${SYSTEM}/accounts?status=bad`, 'status'],
    ['GET', `${SYSTEM}/accounts?check=mfa`, 'check'],
    ['GET', `${SYSTEM}/accounts?orderBy=email`, 'orderBy'],
    ['GET', `${SYSTEM}/accounts?order=up`, 'order'],
    ['GET', `${SYSTEM}/accounts?identity=bot`, 'identity'],
    ['GET', `${SYSTEM}/accounts?search=%00`, 'search'],
    ['GET', `${SYSTEM}/accounts?cursor=nonsense`, 'cursor'],
    ['GET', `${SYSTEM}/accounts.csv?limit=1`, 'limit'],
    ['GET', `${SYSTEM}/trends?days=0`, 'days'],
    ['GET', `${SYSTEM}/trends?days=401`, 'days'],
    ['GET', `${SYSTEM}/trends?days=1.5`, 'days'],
    ['GET', `${SYSTEM}/history?checkId=mfa`, 'checkId'],
    ['GET', `${SYSTEM}/history?from=yesterday`, 'from'],
    ['GET', `${SYSTEM}/history?to=2026-02-30`, 'to'],
    ['GET', `${SYSTEM}/history?from=2026-11-24&to=2026-11-24T00:00Z`, 'to'],
    ['POST', '/systems', 'entityRef', {}],
    ['POST', '/systems', 'entityRef', { entityRef: 7 }],
    ['POST', '/systems', 'entityRef', { entityRef: 'gorgias' }],
    [
      'POST',
      '/systems',
      'additional properties',
      { entityRef: GORGIAS, extra: 1 },
    ],
    ['POST', '/connections', 'subdomain', { entityRef: GORGIAS }],
    [
      'POST',
      '/connections/api-key',
      'apiKey',
      { ...API_KEY, apiKey: undefined },
    ],
    ['POST', '/connections/api-key', 'apiKey', { ...API_KEY, apiKey: '' }],
    ['POST', '/connections/api-key', 'email', { ...API_KEY, email: 'i' }],
    ['PUT', `${SYSTEM}/access-rule`, 'spec', {}],
    [
      'PUT',
      `${SYSTEM}/access-rule`,
      'orgRoles',
      { spec: { type: 'org-roles', orgRoles: [] } },
    ],
    [
      'PUT',
      `${SYSTEM}/access-rule`,
      'orgRoles',
      {
        spec: { type: 'org-roles', orgRoles: ['user:default/sam.rivers'] },
      },
    ],
    [
      'PUT',
      `${SYSTEM}/access-rule`,
      'additional properties',
      { spec: SPEC, revision: 0 },
    ],
  ];

  it.each(
    BAD_REQUESTS.map(([method, path, field, body]) => ({
      method,
      path,
      field,
      body,
    })),
  )(
    '$method $path refuses a bad $field and names it',
    async ({ method, path, field, body }) => {
      const answer = await call(
        method,
        path,
        mockCredentials.user.header(ADMIN),
        body,
      );
      expect(answer.status).toBe(400);
      const { error } = await answer.json();
      expect(error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(field),
      });
    },
  );
});
