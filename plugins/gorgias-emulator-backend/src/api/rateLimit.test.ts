import {
  apiKey,
  bearer,
  RunningEmulator,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const ivy = 'ivy.nakamura@acme.example';

async function read(
  emulator: RunningEmulator,
  authorization: string,
  account = 'acme',
) {
  const { status, headers } = await emulator.get(
    `/${account}/api/users/0`,
    authorization,
  );
  return {
    status,
    used: headers.get('x-gorgias-account-api-call-limit'),
    retryAfter: headers.get('retry-after'),
  };
}

async function fill(
  emulator: RunningEmulator,
  authorization: string,
  requests: number,
  account?: string,
) {
  for (let request = 0; request < requests; request++) {
    const { status } = await read(emulator, authorization, account);
    expect(status).not.toBe(429);
  }
}

it('lets 80 requests of OAuth in, then as many as leak out', async () => {
  const emulator = await startEmulator();
  const token = await bearer(emulator);
  expect(await read(emulator, token)).toEqual({
    status: 200,
    used: '1/80',
    retryAfter: '0',
  });
  await fill(emulator, token, 79);
  expect(await read(emulator, token)).toEqual({
    status: 429,
    used: '80/80',
    retryAfter: '1',
  });
  emulator.advance(1);
  await fill(emulator, token, 4);
  expect((await read(emulator, token)).status).toBe(429);
  emulator.advance(20);
  expect((await read(emulator, token)).used).toBe('1/80');
});

it('counts API keys and accounts apart, and leaks faster for enterprises', async () => {
  const emulator = await startEmulator();
  const key = apiKey(ivy);
  await fill(emulator, key, 40);
  expect(await read(emulator, key)).toMatchObject({
    status: 429,
    used: '40/40',
  });
  expect((await read(emulator, await bearer(emulator))).status).toBe(200);

  const enterprise = apiKey(ivy, 'acme-enterprise-api-key');
  await fill(emulator, enterprise, 40, 'acme-enterprise');
  emulator.advance(1);
  await fill(emulator, enterprise, 4, 'acme-enterprise');
  await fill(emulator, key, 2);
  expect((await read(emulator, key)).status).toBe(429);
});

it('tells when to come back only if over the limit, where the account is set so', async () => {
  const emulator = await startEmulator();
  const key = apiKey(ivy, 'acme-outlet-api-key');
  expect(await read(emulator, key, 'acme-outlet')).toMatchObject({
    used: '1/40',
    retryAfter: null,
  });
  await fill(emulator, key, 39, 'acme-outlet');
  expect((await read(emulator, key, 'acme-outlet')).retryAfter).toBe('1');
});

it('limits the next requests when told to', async () => {
  const emulator = await startEmulator();
  const key = apiKey(ivy);
  const limitNext = (retryAfterSeconds: number | null) =>
    emulator.control('POST', '/accounts/acme/faults', {
      rateLimitNext: { count: 1, retryAfterSeconds },
    });
  await limitNext(2.5);
  expect(await read(emulator, key)).toEqual({
    status: 429,
    used: '40/40',
    retryAfter: '2.5',
  });
  await limitNext(null);
  expect(await read(emulator, key)).toMatchObject({
    status: 429,
    retryAfter: null,
  });
  expect((await read(emulator, key)).status).toBe(200);
});
