import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';
import { ConnectionStore } from './ConnectionStore';

const OUTLET = 'resource:default/gorgias-outlet';
const OLD = { id: 'old', secret: 'the old secret that is long enough' };
const NEW = { id: 'new', secret: 'the new secret that is long enough' };

type Key = typeof OLD;

describe.each(databaseIds)('encrypting tokens anew on %s', id => {
  let knex: Knex;
  let old: RunningGorgias;
  const backends: RunningGorgias[] = [];
  let onTokenRequest: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    onTokenRequest = undefined;
    knex = await databases.init(id);
    old = await startGorgias({
      knex,
      config: { encryption: { keys: [OLD] } },
      onRequest: async ({ path }) => {
        if (path === '/oauth/token') {
          await onTokenRequest?.();
        }
      },
    });
    await old.connect();
    await old.as(ADMIN).connectByApiKey({
      entityRef: OUTLET,
      subdomain: 'acme-outlet',
      email: 'ivy.nakamura@acme.example',
      apiKey: 'acme-outlet-api-key',
    });
    await old.runRequested();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    await old.stop();
  });

  /** Another backend on the same database, with other keys. */
  const startWith = async (...keys: Key[]) => {
    const backend = await startGorgias({
      knex,
      config: { encryption: { keys } },
      beside: old,
      features: [mockServices.rootLogger.factory({ level: 'none' })],
    });
    backends.push(backend);
    return backend;
  };
  const reencrypt = (backend: RunningGorgias) =>
    backend.scheduler.triggerTask('reencrypt-tokens');
  const rows = () => knex('connections').orderBy('subdomain');
  const keyIds = async () =>
    (await rows()).map(row =>
      [row.access_token, row.refresh_token, row.api_key].map(
        token => token?.split('.')[1] ?? null,
      ),
    );
  const lastRun = async (backend: RunningGorgias, entityRef: string) =>
    (await backend.as(ADMIN).getSystem(entityRef)).sync.last;
  const syncBoth = async (backend: RunningGorgias) => {
    advanceClock({ minutes: 15 });
    await backend.scheduler.triggerTask('request-sync');
    await backend.runRequested();
    return [
      await lastRun(backend, GORGIAS),
      await lastRun(backend, OUTLET),
    ].map(run => [run?.outcome, run?.error]);
  };
  const BOTH_COMPLETE = [
    ['complete', undefined],
    ['complete', undefined],
  ];

  it('lets a key be taken out of use without anybody noticing', async () => {
    expect(await keyIds()).toEqual([
      ['old', 'old', null],
      [null, null, 'old'],
    ]);
    const both = await startWith(NEW, OLD);
    expect(await syncBoth(both)).toEqual(BOTH_COMPLETE);

    await reencrypt(both);
    expect(await keyIds()).toEqual([
      ['new', 'new', null],
      [null, null, 'new'],
    ]);

    const renewed = await startWith(NEW);
    expect(await syncBoth(renewed)).toEqual(BOTH_COMPLETE);
    // Also what is used but once a day, or once.
    advanceClock({ hours: 24 });
    expect(await syncBoth(renewed)).toEqual(BOTH_COMPLETE);
    await renewed.as(ADMIN).disconnect(GORGIAS);
    const { grants } = await (
      await old.control('GET', '/accounts/acme')
    ).json();
    expect(grants.every((grant: any) => grant.revoked)).toBe(true);
  });

  it('changes nothing where there is nothing to do', async () => {
    const both = await startWith(NEW, OLD);
    await reencrypt(both);
    const before = await rows();
    await reencrypt(both);
    await old.scheduler.triggerTask('reencrypt-tokens').catch(() => undefined);
    expect(await rows()).toEqual(before);

    await both.as(ADMIN).disconnect(GORGIAS);
    await reencrypt(both);
    expect((await rows())[0]).toMatchObject({
      state: 'disconnected',
      access_token: null,
      refresh_token: null,
      api_key: null,
    });
  });

  it('says which key is missing, and keeps everything for when it is back', async () => {
    const before = await rows();
    const without = await startWith(NEW);
    await reencrypt(without);
    expect(await syncBoth(without)).toEqual(
      Array(2).fill([
        'failed',
        expect.stringContaining(
          'encrypted by key old, which is not in gorgias.encryption.keys; put the key back or connect again',
        ),
      ]),
    );
    expect(await rows()).toEqual(before);
    expect(before.map(({ state }) => state)).toEqual([
      'connected',
      'connected',
    ]);
    expect(await syncBoth(await startWith(NEW, OLD))).toEqual(BOTH_COMPLETE);
  });

  it('goes on after a token that can not be read', async () => {
    await knex('connections')
      .where({ subdomain: 'acme' })
      .update({ access_token: 'v1.old.broken' });
    await reencrypt(await startWith(NEW, OLD));
    expect(await keyIds()).toEqual([
      ['old', 'old', null],
      [null, null, 'new'],
    ]);
  });

  it('does not put an old token in the place of a renewed one', async () => {
    const store = new ConnectionStore(knex, () => undefined);
    const [outdated] = await store.listConnected();
    await store.swapTokens(outdated, {
      accessToken: 'renewed',
      accessTokenExpiresAt: '2026-11-25T09:00:00.000Z',
    });
    const before = await rows();
    expect(await store.putResealed(outdated, { accessToken: 'old' })).toBe(
      false,
    );
    expect(await rows()).toEqual(before);
  });

  it('loses no token that is renewed at the same time', async () => {
    const both = await startWith(NEW, OLD);
    await old.control('PATCH', '/accounts/acme/behaviour', {
      rotatesRefreshTokens: true,
    });
    onTokenRequest = async () => {
      onTokenRequest = undefined;
      await reencrypt(both);
    };
    advanceClock({ hours: 24 });
    expect(await syncBoth(both)).toEqual(BOTH_COMPLETE);
    // The new refresh token is the only one that Gorgias still accepts.
    advanceClock({ hours: 24 });
    expect(await syncBoth(both)).toEqual(BOTH_COMPLETE);
    expect((await rows())[0]).toMatchObject({ state: 'connected' });
  });
});
