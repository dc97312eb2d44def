import { inspect } from 'node:util';
import { setClock } from './__testUtils__/clock';
import { databaseIds, databases } from './__testUtils__/databases';
import { recordingTraces } from './__testUtils__/recordingTraces';
import { signingConfig } from './__testUtils__/signingConfig';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from './__testUtils__/startGorgias';

const REQUEST = 'gorgias request: ';

describe.each(databaseIds)('traces on %s', id => {
  let gorgias: RunningGorgias;
  let traces: ReturnType<typeof recordingTraces>;
  /** Whatever was sent to Gorgias or came from it and is nobody else's business. */
  let secrets: string[];

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    traces = recordingTraces();
    secrets = [];
    const send = global.fetch;
    jest.spyOn(global, 'fetch').mockImplementation(async (input, init) => {
      const answer = await send(input, init);
      const { searchParams } = new URL(String(input));
      secrets.push(
        ...['code', 'state', 'cursor', 'email'].flatMap(name =>
          searchParams.getAll(name),
        ),
      );
      const { authorization, Authorization = authorization } = (init?.headers ??
        {}) as Record<string, string>;
      if (String(input).startsWith(gorgias?.emulatorUrl) && Authorization) {
        secrets.push(Authorization.split(' ')[1]);
      }
      if (String(input).endsWith('/oauth/token') && answer.ok) {
        const tokens = await answer.clone().json();
        secrets.push(tokens.access_token, tokens.refresh_token);
      }
      return answer;
    });
    gorgias = await startGorgias({
      knex: await databases.init(id),
      config: signingConfig(),
      features: [traces.feature],
    });
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.control('PATCH', '/accounts/acme/behaviour', {
      maxPageSize: 10,
    });
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    jest.useRealTimers();
    await gorgias.stop();
  });

  const last = (name: string) => traces.spans.findLast(s => s.name === name)!;
  const namesWithin = (name: string) =>
    traces.within(last(name)).map(span => span.name);

  it('show what a run does, step by step', () => {
    const run = last('gorgias sync run');
    expect(run).toMatchObject({
      parent: undefined,
      attributes: {
        connectionId: expect.any(String),
        syncRunId: expect.any(String),
        outcome: 'complete',
      },
    });
    expect(run.status).toBeUndefined();
    expect(namesWithin(run.name)).toEqual([
      'gorgias read news',
      'gorgias read sign-in settings',
      // Begun before the users, and read meanwhile.
      'gorgias read staff',
      'gorgias read users',
      'gorgias write',
    ]);
    expect(last('gorgias read users').attributes).toEqual({
      'gorgias.pages': 3,
      'gorgias.accounts': 23,
    });
    expect(last('gorgias read staff').attributes).toEqual({
      'gorgias.staff': expect.any(Number),
    });
    expect(namesWithin('gorgias write')).toEqual(['gorgias evaluate']);
    expect(traces.within(last('gorgias read users'))[0]).toEqual({
      name: `${REQUEST}Reading the users`,
      kind: 'client',
      parent: last('gorgias read users'),
      attributes: {
        'http.request.method': 'GET',
        'server.address': '127.0.0.1',
        'url.path': '/api/gorgias-emulator/acme/api/users',
        'http.response.status_code': 200,
      },
      ended: true,
    });
  });

  it('show each try of a request that is sent again', async () => {
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 1, status: 503 },
    });
    await gorgias.sync();
    const tries = traces.within(last('gorgias read news')).slice(0, 2);
    expect(tries.map(({ status, attributes }) => [status, attributes])).toEqual(
      [
        [
          { code: 'error' },
          expect.objectContaining({
            'http.response.status_code': 503,
            'error.type': '503',
          }),
        ],
        [
          undefined,
          expect.objectContaining({
            'http.response.status_code': 200,
            'http.request.resend_count': 1,
          }),
        ],
      ],
    );
    expect(last('gorgias sync run').status).toBeUndefined();
  });

  it('show where a run failed, and why', async () => {
    await gorgias.control('POST', '/accounts/acme/faults', {
      breakNext: { how: 'html', path: '/api/users' },
    });
    await gorgias.sync();
    expect(last('gorgias sync run')).toMatchObject({
      attributes: { outcome: 'failed' },
      status: {
        code: 'error',
        message: expect.stringContaining('Reading the users'),
      },
    });
    expect(last('gorgias read users').error).toMatchObject({
      message: expect.stringContaining('Reading the users'),
    });
    expect(namesWithin('gorgias sync run').at(-1)).toBe('gorgias read users');
  });

  it('show connecting, signing, and taking evidence along', async () => {
    expect(namesWithin('gorgias connect')[0]).toBe(
      `${REQUEST}Finishing the log-in`,
    );
    await gorgias.scheduler.triggerTask('ledger');
    expect(last('gorgias sign ledger head').ended).toBe(true);
    await gorgias.as(ADMIN).exportEvidence(GORGIAS, {
      from: '2026-11-24T00:00:00Z',
      to: '2026-11-24T09:00:00Z',
    });
    expect(last('gorgias export evidence')).toMatchObject({
      attributes: { 'gorgias.entity': GORGIAS },
      ended: true,
    });
  });

  it('have nothing secret in them, and nothing of what was asked for', async () => {
    await gorgias.control('POST', '/accounts/acme/expire-tokens');
    await gorgias.sync();
    await gorgias.control('POST', '/accounts/acme/revoke-grants');
    await gorgias.control('POST', '/accounts/acme/expire-tokens');
    await gorgias.sync();
    const known = [...new Set(secrets.filter(Boolean))];
    expect(known.length).toBeGreaterThan(6);
    const text = inspect(traces.spans, { depth: null, maxStringLength: null });
    expect(text).toContain('Renewing access');
    expect(
      [...known, 'emulator-client-secret'].filter(each => text.includes(each)),
    ).toEqual([]);
    expect(traces.spans.filter(({ ended }) => !ended)).toEqual([]);
  });
});
