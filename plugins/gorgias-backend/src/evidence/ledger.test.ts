import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  ChainedEntry,
  isHeadSigned,
  readPublicKey,
} from 'backstage-plugin-gorgias-evidence';
import { verifyChain } from 'backstage-plugin-gorgias-evidence/verify';
import { LedgerHead } from 'backstage-plugin-gorgias-common';
import { gorgiasEvidenceExtensionPoint } from 'backstage-plugin-gorgias-node';
import { generateKeyPairSync } from 'node:crypto';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const { privateKey } = generateKeyPairSync('ed25519');
const PEM = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const SIGNING = { signing: { keyId: 'k1', privateKey: PEM } };

describe.each(databaseIds)('the ledger on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  let received: LedgerHead[];
  let outage: Error | undefined;

  const externalLog = createBackendModule({
    pluginId: 'gorgias',
    moduleId: 'external-log',
    register(env) {
      env.registerInit({
        deps: { evidence: gorgiasEvidenceExtensionPoint },
        async init({ evidence }) {
          evidence.addHeadRecipient({
            id: 'external-log',
            async receive(head) {
              if (outage) throw outage;
              received.push(head);
            },
          });
        },
      });
    },
  });

  const start = async (evidence: object = SIGNING) => {
    gorgias = await startGorgias({
      knex,
      config: { evidence },
      features: [externalLog],
    });
  };

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    received = [];
    outage = undefined;
    knex = await databases.init(id);
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const chain = () => gorgias.scheduler.triggerTask('ledger');
  const heads = async () =>
    (await gorgias.as(ADMIN).listLedgerHeads({ limit: 100 })).items;
  const rows = async (kind?: string): Promise<any[]> =>
    (await knex('ledger_entries').orderBy('sequence'))
      .filter(row => !kind || row.kind === kind)
      .map(row => ({ ...row, body: row.body && JSON.parse(row.body) }));
  const verify = async () => {
    const { keys } = await gorgias.as(ENGINEER).listEvidenceKeys();
    const entries = (await rows()).map(
      (row): ChainedEntry => ({
        sequence: row.sequence,
        id: row.id,
        at: row.at,
        kind: row.kind,
        entityRef: row.entity_ref,
        scope: row.scope,
        body: row.body,
        bodyHash: row.body_hash,
        previousHash: row.previous_hash,
        hash: row.hash,
      }),
    );
    return verifyChain(
      entries,
      await heads(),
      keys.map(({ publicKey }) => readPublicKey(publicKey)),
    );
  };

  it('has what mattered, with the proof that a read was complete', async () => {
    await start();
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias
      .as(ADMIN)
      .putAccessRule(GORGIAS, { spec: { type: 'all-staff' }, revision: 0 });
    await gorgias.as(ADMIN).removeCriticalSystem(GORGIAS);
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    await chain();

    expect((await rows('connection')).map(({ body }) => body)).toEqual([
      expect.objectContaining({
        state: 'connected',
        subdomain: 'acme',
        by: ADMIN,
      }),
      expect.objectContaining({ state: 'disconnected', by: ADMIN }),
    ]);
    const [run] = await rows('sync-run');
    expect(run).toMatchObject({
      entity_ref: GORGIAS,
      body: {
        outcome: 'complete',
        trigger: 'connected',
        factsAt: '2026-11-24T09:00:00.000Z',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        proof: { pages: expect.any(Number), orderHeld: true, readings: 1 },
      },
    });
    expect(run.body.accounts).toBe(run.body.proof.listed);
    expect((await rows('critical-system')).map(({ body }) => body)).toEqual([
      expect.objectContaining({ by: ADMIN, listed: true }),
      expect.objectContaining({ by: ADMIN, listed: false }),
    ]);
    const [rule] = await rows('access-rule');
    expect(rule.body).toMatchObject({
      by: ADMIN,
      after: { spec: { type: 'all-staff' }, revision: 1 },
    });
    const [verdict] = await rows('verdict');
    expect(verdict.body.after).toMatchObject({
      status: expect.any(String),
      facts: expect.any(Object),
    });
    const [snapshot] = await rows('population-snapshot');
    expect(snapshot.body).toMatchObject({ part: 1, of: 1 });
    expect(await verify()).toBeUndefined();

    // Of accounts these are told once, by who has access.
    const first = (await rows('verdict')).filter(
      ({ body }) => body.accountId && body.before === null,
    );
    expect(first).toEqual([]);
    expect(
      snapshot.body.rows.map((row: any) => Object.keys(row.verdicts).length),
    ).toEqual(snapshot.body.rows.map(() => 4));
    const { items } = await gorgias
      .as(ADMIN)
      .listHistory(GORGIAS, { kind: 'verdict', limit: 100 });
    expect(items.some(entry => entry.accountId && !entry.before)).toBe(true);
  });

  it('enters of whom something changed, and everybody once a month', async () => {
    await start();
    await gorgias.connect();
    await chain();
    const { items } = await gorgias
      .as(ADMIN)
      .listAccounts(GORGIAS, { search: 'Sam Rivers' });
    const sam = items[0].id;
    advanceClock({ minutes: 15 });
    await gorgias.control('PATCH', `/accounts/acme/users/${sam}`, {
      role: 'observer-agent',
    });
    await gorgias.sync();
    await chain();
    const change = (await rows('population-change')).at(-1);
    expect(change.body.rows).toEqual([
      expect.objectContaining({
        accountId: sam,
        gorgiasRole: 'observer-agent',
      }),
    ]);
    setClock('2026-12-01T00:10:00Z');
    await gorgias.sync();
    await chain();
    const snapshots = await rows('population-snapshot');
    expect(snapshots.at(-1)).toMatchObject({ at: '2026-12-01T00:10:00.000Z' });
    expect(await verify()).toBeUndefined();
  });

  it('signs where it ends once an hour, and tells it to external logs', async () => {
    await start();
    await gorgias.connect();
    await chain();
    advanceClock({ minutes: 59 });
    await chain();
    expect(await heads()).toHaveLength(1);
    outage = new Error('Down for maintenance');
    advanceClock({ minutes: 1 });
    await chain();
    expect(received).toHaveLength(1);
    outage = undefined;
    await chain();
    const all = await heads();
    expect(received).toEqual([...all].reverse());
    expect(all.map(({ signedAt }) => signedAt)).toEqual([
      '2026-11-24T10:00:00.000Z',
      '2026-11-24T09:00:00.000Z',
    ]);
    const { current, keys } = await gorgias.as(OWNER).listEvidenceKeys();
    expect(current).toBe('k1');
    const publicKey = readPublicKey(keys[0].publicKey);
    expect(all.every(head => isHeadSigned(head, [publicKey]))).toBe(true);
  });

  it('goes on signing after a clock was ahead', async () => {
    await start();
    await gorgias.connect();
    setClock('2026-11-25T11:00:00Z');
    await chain();
    setClock('2026-11-24T09:10:00Z');
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await chain();
    // Nothing is new, so nothing is signed again.
    await chain();
    const signed = await heads();
    expect(signed.map(({ signedAt }) => signedAt)).toEqual([
      '2026-11-25T11:00:00.000Z',
      '2026-11-25T11:00:00.000Z',
    ]);
    const { sequence } = await knex('ledger_tip').first();
    expect(signed[0].sequence).toBe(sequence);
    expect(await verify()).toBeUndefined();
  });

  it('says that nothing is signed where there is no key', async () => {
    await start({});
    await gorgias.connect();
    await chain();
    expect(await heads()).toEqual([
      expect.objectContaining({ keyId: null, signature: null }),
    ]);
    expect(await gorgias.as(ADMIN).listEvidenceKeys()).toEqual({
      current: null,
      keys: [],
    });
    expect((await verify())?.reason).toContain('not signed');
  });

  it('forgets what happened long ago, and still can be verified', async () => {
    await start({ ...SIGNING, retention: { days: 90 } });
    await gorgias.connect();
    await chain();
    const first = (await rows()).length;
    for (const month of ['2026-12', '2027-01', '2027-02', '2027-03']) {
      setClock(`${month}-15T09:00:00Z`);
      await gorgias.sync();
      await chain();
    }
    const all = await rows();
    expect(all.slice(0, first).every(({ body }) => body === null)).toBe(true);
    // The last snapshot before that time, on which later populations rest.
    expect(
      all
        .filter(({ kind, body }) => kind === 'population-snapshot' && body)
        .map(({ at }) => at.slice(0, 7)),
    ).toEqual(['2026-12', '2027-01', '2027-02', '2027-03']);
    expect(await verify()).toBeUndefined();
  });

  it('has no secret in it, and no address of staff without an account', async () => {
    await start();
    await gorgias.connect();
    await chain();
    const everything = JSON.stringify(await rows());
    const connection = await knex('connections').first();
    for (const secret of [
      connection.access_token,
      connection.refresh_token,
      PEM,
      'emulator-client-secret',
    ]) {
      expect(everything).not.toContain(secret);
    }
    const staff = await rows('staff');
    expect(staff.length).toBeGreaterThan(0);
    expect(JSON.stringify(staff)).not.toContain('@');
  });
});

describe('the key of the ledger', () => {
  const startWith = async (evidence: object, knex?: Knex) => {
    const gorgias = await startGorgias({ knex, config: { evidence } });
    await gorgias.stop();
  };

  it.each([
    ['keyId', { keyId: 'a b', privateKey: PEM }],
    ['privateKey', { keyId: 'k1' }],
    ['privateKey', { keyId: 'k1', privateKey: 'secret-thing' }],
    [
      'privateKey',
      {
        keyId: 'k1',
        privateKey: generateKeyPairSync('rsa', {
          modulusLength: 2048,
        }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
      },
    ],
  ])(
    'stops the start when the %s is bad, and does not repeat it',
    async (field, signing) => {
      const error: Error = await startWith({ signing }).then(
        () => new Error('started'),
        reason => reason,
      );
      expect(error.message).toContain(`gorgias.evidence.signing.${field}`);
      expect(error.message).not.toContain('secret-thing');
    },
  );

  it.each([
    ['headInterval', { headInterval: { seconds: 1 } }],
    ['retention', { retention: { hours: 1 } }],
    ['retention', { retention: 'for a while' }],
  ])('stops the start when the %s is bad', async (field, evidence) => {
    await expect(startWith(evidence)).rejects.toThrow(
      `gorgias.evidence.${field}`,
    );
  });

  it('has a name of its own for ever', async () => {
    const knex = await databases.init('SQLITE_3');
    await startWith(SIGNING, knex);
    const other = generateKeyPairSync('ed25519').privateKey;
    await expect(
      startWith(
        {
          signing: {
            keyId: 'k1',
            privateKey: other.export({ type: 'pkcs8', format: 'pem' }),
          },
        },
        knex,
      ),
    ).rejects.toThrow('gorgias.evidence.signing.keyId');
  });
});
