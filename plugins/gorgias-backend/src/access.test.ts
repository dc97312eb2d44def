import { mockCredentials } from '@backstage/backend-test-utils';
import { databaseIds, databases } from './__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from './__testUtils__/startGorgias';
import { openApiDocument } from './openapi/document';

const SYSTEM = '/systems/{kind}/{namespace}/{name}';
const SPEC = { type: 'all-staff' };

const API_KEY = {
  entityRef: GORGIAS,
  subdomain: 'acme',
  email: 'ivy.nakamura@acme.example',
  apiKey: 'acme-api-key',
};

/** Every route, what an engineer without admin rights gets, and what an admin gets. */
const ROUTES: Array<[string, string, number, number, object?]> = [
  // method, path, engineer, admin, body
  ['GET', '/health', 200, 200],
  ['GET', '/systems', 200, 200],
  ['GET', SYSTEM, 200, 200],
  ['GET', `${SYSTEM}/accounts`, 200, 200],
  ['GET', `${SYSTEM}/sync-runs`, 200, 200],
  ['GET', `${SYSTEM}/access-rule`, 200, 200],
  ['POST', `${SYSTEM}/access-rule/preview`, 200, 200, { spec: SPEC }],
  ['POST', '/systems', 403, 201, { entityRef: GORGIAS }],
  ['PUT', `${SYSTEM}/access-rule`, 403, 200, { spec: SPEC, revision: 0 }],
  ['POST', `${SYSTEM}/sync`, 403, 202],
  // No such run waits for a decision, which only somebody with rights gets to hear.
  ['POST', `${SYSTEM}/sync-runs/{runId}/accept`, 403, 409],
  ['POST', `${SYSTEM}/sync-runs/{runId}/discard`, 403, 409],
  ['POST', '/connections', 403, 201, { entityRef: GORGIAS, subdomain: 'acme' }],
  ['POST', '/connections/api-key', 403, 201, API_KEY],
  // There is no such session, which only somebody with rights gets to hear.
  ['GET', '/connections/sessions/{sessionId}', 403, 404],
  ['DELETE', `${SYSTEM}/connection`, 403, 204],
  ['DELETE', SYSTEM, 403, 204],
];

/** What other plugins and monitoring may ask, without a user. */
const FOR_SERVICES = ['/health'];

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
  ) =>
    fetch(
      gorgias.baseUrl +
        path
          .replace('{kind}/{namespace}/{name}', 'resource/default/gorgias')
          .replace('{sessionId}', 'nothing')
          .replace('{runId}', 'nothing'),
      {
        method,
        headers: {
          authorization,
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      },
    );

  it.each(
    ROUTES.map(([method, path, engineer, admin, body]) => ({
      method,
      path,
      engineer,
      admin,
      service: FOR_SERVICES.includes(path) ? 200 : 403,
      body,
    })),
  )(
    '$method $path: engineer $engineer, admin $admin, nobody 401, another plugin $service',
    async ({ method, path, engineer, admin, service, body }) => {
      const statusFor = async (authorization: string) =>
        (await call(method, path, authorization, body)).status;

      expect(await statusFor(mockCredentials.none.header())).toBe(401);
      expect(await statusFor(mockCredentials.user.invalidHeader())).toBe(401);
      expect(await statusFor(mockCredentials.service.header())).toBe(service);
      expect(await statusFor(mockCredentials.user.header(ENGINEER))).toBe(
        engineer,
      );
      expect(await statusFor(mockCredentials.user.header(ADMIN))).toBe(admin);
    },
  );

  it('covers every route of the OpenAPI document', () => {
    const documented = Object.entries(openApiDocument.paths).flatMap(
      ([path, operations]) =>
        Object.keys(operations).map(
          method => `${method.toUpperCase()} ${path}`,
        ),
    );
    expect(
      [
        ...ROUTES.map(([method, path]) => `${method} ${path}`),
        // Open by design; its tests are those of connecting.
        'GET /connections/callback',
      ].sort(),
    ).toEqual(documented.sort());
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
    ['PUT', `${SYSTEM}/access-rule`, 'spec', { revision: 0 }],
    [
      'PUT',
      `${SYSTEM}/access-rule`,
      'orgRoles',
      { spec: { type: 'org-roles', orgRoles: [] }, revision: 0 },
    ],
    [
      'PUT',
      `${SYSTEM}/access-rule`,
      'orgRoles',
      {
        spec: { type: 'org-roles', orgRoles: ['user:default/sam.rivers'] },
        revision: 0,
      },
    ],
    ['PUT', `${SYSTEM}/access-rule`, 'revision', { spec: SPEC, revision: -1 }],
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
