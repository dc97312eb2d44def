import { SoakEmulator } from './emulator';

/** A way in which Gorgias does wrong for a while. */
export interface SoakFault {
  name: string;
  arrange(emulator: SoakEmulator): Promise<unknown>;
}

const OFTEN = 1000;
const USERS = '/api/users';
const USUAL = {
  rotatesRefreshTokens: false,
  clockSkewSeconds: 0,
  scopesGranted: null,
  cursorKind: 'key',
};

const set = (emulator: SoakEmulator, faults: object) =>
  emulator.control('POST', '/faults', faults);
const behave = (emulator: SoakEmulator, behaviour: object) =>
  emulator.control('PATCH', '/behaviour', behaviour);
const expire = (emulator: SoakEmulator) =>
  emulator.control('POST', '/expire-tokens');

const fault = (name: string, faults: object): SoakFault => ({
  name,
  arrange: emulator => set(emulator, faults),
});

/** Breaks the answers about users once, and in another turn all of them. */
const broken = (...hows: string[]): SoakFault[] =>
  hows.flatMap(how => [
    fault(`${how}, once`, { breakNext: { how, path: USERS, skip: 1 } }),
    fault(`${how}, always`, { breakNext: { how, path: USERS, count: OFTEN } }),
  ]);

/** Every way there is. */
export const FAULTS: readonly SoakFault[] = [
  fault('rate limit with Retry-After', {
    rateLimitNext: { count: 2, retryAfterSeconds: 1 },
  }),
  fault('rate limit without Retry-After', {
    rateLimitNext: { count: 2, retryAfterSeconds: null },
  }),
  fault('rate limit for an hour', {
    rateLimitNext: { count: OFTEN, retryAfterSeconds: 3600 },
  }),
  fault('500, three times', { failNext: { count: 3, status: 500 } }),
  fault('503, always', { failNext: { count: OFTEN, status: 503 } }),
  fault('slow answers', { latencyMilliseconds: 400 }),
  fault('very slow answers', { latencyMilliseconds: 5000 }),
  ...broken(
    'cut-off',
    'reset',
    'looping-cursor',
    'expired-cursor',
    'foreign-cursor',
    'empty-page',
    'wrong-order',
    'bad-record',
    'invalid-json',
    'redirect',
    'unauthorized',
    'forbidden',
  ),
  fault('html, always', { breakNext: { how: 'html', count: OFTEN } }),
  fault('bad-envelope, always', {
    breakNext: { how: 'bad-envelope', path: USERS, count: OFTEN },
  }),
  fault('never-ends, once', { breakNext: { how: 'never-ends', path: USERS } }),
  fault('huge, once', { breakNext: { how: 'huge', path: USERS } }),
  fault('a token that expires between pages', {
    breakNext: { how: 'expire-token', path: USERS, skip: 2 },
  }),
  fault('no access settings', {
    breakNext: {
      how: 'forbidden',
      path: '/api/account/settings',
      count: OFTEN,
    },
  }),
  fault('no event log', {
    breakNext: { how: 'reset', path: '/api/events', count: OFTEN },
  }),
  {
    name: 'a revoked grant',
    arrange: async emulator => {
      await emulator.control('POST', '/revoke-grants');
      await expire(emulator);
    },
  },
  {
    name: 'a refresh that fails',
    arrange: async emulator => {
      await expire(emulator);
      await set(emulator, {
        failNext: { count: OFTEN, status: 500, target: 'oauth' },
      });
    },
  },
  {
    name: 'a refresh whose answer is lost',
    arrange: async emulator => {
      await behave(emulator, { rotatesRefreshTokens: true });
      await expire(emulator);
      await set(emulator, {
        breakNext: { how: 'cut-off', path: '/oauth/token' },
      });
    },
  },
  {
    name: 'refresh tokens that rotate',
    arrange: async emulator => {
      await behave(emulator, { rotatesRefreshTokens: true });
      await expire(emulator);
    },
  },
  {
    name: 'a grant that shrinks',
    arrange: async emulator => {
      await behave(emulator, { scopesGranted: ['offline', 'account:read'] });
      await expire(emulator);
    },
  },
  {
    name: 'cursors that are positions',
    arrange: emulator => behave(emulator, { cursorKind: 'offset' }),
  },
  ...[1, -1].map(days => ({
    name: `a Gorgias a day ${days > 0 ? 'ahead' : 'behind'}`,
    arrange: async (emulator: SoakEmulator) => {
      await behave(emulator, { clockSkewSeconds: days * 24 * 60 * 60 });
      await expire(emulator);
    },
  })),
];

/** Has Gorgias do right again. */
export async function endFaults(emulator: SoakEmulator): Promise<void> {
  await emulator.control('DELETE', '/faults');
  await behave(emulator, USUAL);
}
