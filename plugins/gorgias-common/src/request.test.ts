import {
  AnswerOf,
  Method,
  PathOf,
  RequestArguments,
  toRequest,
} from './request';

/** As the client calls, with nothing behind it. */
declare function call<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  ...request: RequestArguments<M, P>
): Promise<AnswerOf<M, P>>;

const SYSTEM = '/systems/{kind}/{namespace}/{name}';
const path = { kind: 'resource', namespace: 'default', name: 'gorgias' };
const body = { spec: { type: 'all-staff' as const } };
const header = { 'If-Match': '"1"' };

/** Whatever is marked must not compile, or the type check fails. */
async function onlyWhatTheDocumentSays(): Promise<void> {
  await call('get', '/health');
  await call('get', SYSTEM, { path });
  await call('get', `${SYSTEM}/accounts`, { path, query: { limit: 5 } });
  await call('put', `${SYSTEM}/access-rule`, {
    path,
    header,
    body,
  });

  // @ts-expect-error there is no such path
  await call('get', '/healthy');
  // @ts-expect-error nor one with this method
  await call('delete', '/health');
  // @ts-expect-error the path has parameters
  await call('get', SYSTEM);
  // @ts-expect-error all of which are needed
  await call('get', SYSTEM, { path: { kind: 'resource', name: 'gorgias' } });
  // @ts-expect-error there is no such filter
  await call('get', `${SYSTEM}/accounts`, { path, query: { role: 'admin' } });
  // @ts-expect-error nor such an order
  await call('get', `${SYSTEM}/accounts`, { path, query: { order: 'up' } });
  // @ts-expect-error a query that is needed
  await call('get', `${SYSTEM}/population`, { path });
  // @ts-expect-error a body that is needed
  await call('post', '/systems');
  // @ts-expect-error and that has to be of the right kind
  await call('post', '/systems', { body: { entityRef: 7 } });
  // @ts-expect-error without what nobody asked for
  await call('post', '/systems', { body: { entityRef: 'a:b/c', owner: 'd' } });
  // @ts-expect-error nothing is to be sent here
  await call('post', `${SYSTEM}/sync`, { path, body: {} });
  // @ts-expect-error which version is changed has to be said
  await call('put', `${SYSTEM}/access-rule`, { path, body });

  const summary = await call('get', SYSTEM, { path });
  // @ts-expect-error the document promises no such field
  summary.secret.toString();
  // @ts-expect-error nor that it is never null
  summary.connection.id.toString();
  // @ts-expect-error nothing comes back
  (await call('delete', SYSTEM, { path })).id.toString();
}

describe('a request', () => {
  it('is typed by the document', () => {
    // Nothing to run: the type check is the test.
    expect(onlyWhatTheDocumentSays).toBeDefined();
  });

  it('has its values where the document wants them', () => {
    expect(
      toRequest('put', '/a/{x}/b/{y}', {
        path: { x: 'p q/{y}', y: '$&' },
        query: { limit: 5, search: '', gorgiasRole: '', cursor: undefined },
        header,
        body: { z: 1 },
      }),
    ).toEqual({
      address: '/a/p%20q%2F%7By%7D/b/%24%26?limit=5&gorgiasRole=',
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
      body: '{"z":1}',
    });
    expect(toRequest('get', '/a')).toEqual({
      address: '/a',
      method: 'GET',
      headers: {},
    });
  });
});
