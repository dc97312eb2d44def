import { mockCredentials } from '@backstage/backend-test-utils';
import { publicKeyOf, readPublicKey } from 'backstage-plugin-gorgias-evidence';
import { verifyBundle } from 'backstage-plugin-gorgias-evidence/verify';
import { AccessRuleSpec, ReviewItem } from 'backstage-plugin-gorgias-common';
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

const GRETA = 'user:default/greta.jansen';
const { privateKey } = generateKeyPairSync('ed25519');
const KEYS = [readPublicKey(publicKeyOf(privateKey))];
const CONFIG = {
  evidence: {
    signing: {
      keyId: 'k1',
      privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    },
  },
};

describe.each(databaseIds)('evidence on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    knex = await databases.init(id);
    gorgias = await startGorgias({ knex, config: CONFIG });
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const get = (path: string, user = ADMIN) =>
    fetch(`${gorgias.baseUrl}/systems/resource/default/gorgias${path}`, {
      headers: { authorization: mockCredentials.user.header(user) },
    });
  const bundleOf = async (from: string, to: string) => {
    const answer = await get(`/evidence.zip?from=${from}&to=${to}`);
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const populationAt = (at: string, user = ADMIN) =>
    gorgias.as(user).listPopulation(GORGIAS, { at, limit: 100 });
  const idOf = async (search: string) =>
    (await gorgias.as(ADMIN).listAccounts(GORGIAS, { search })).items[0].id;
  const ledger = () => gorgias.scheduler.triggerTask('ledger');
  const startReview = async () => {
    const { id: reviewId } = await gorgias.as(ADMIN).startReview(GORGIAS, {
      title: 'November',
      dueAt: '2026-12-24T09:00:00.000Z',
      reviewers: { by: 'manager' },
    });
    return reviewId;
  };
  const undecidedIn = async (reviewId: string) =>
    (
      await gorgias.as(ADMIN).listReviewItems(GORGIAS, reviewId, {
        status: 'undecided',
        limit: 100,
      })
    ).items;

  /** A month in which Sam gets more rights, then is gone. */
  async function letHappen(): Promise<string> {
    const sam = await idOf('Sam Rivers');
    await ledger();
    advanceClock({ hours: 24 });
    await gorgias.control('PATCH', `/accounts/acme/users/${sam}`, {
      role: 'admin',
    });
    await gorgias.sync();
    await ledger();
    advanceClock({ hours: 24 });
    await gorgias.control('DELETE', `/accounts/acme/users/${sam}`);
    await gorgias.sync();
    await ledger();
    advanceClock({ hours: 24 });
    return sam;
  }

  it('tells who had access at any time, and whether it was valid', async () => {
    const sam = await letHappen();
    const samAt = async (at: string) =>
      (await populationAt(at)).items.find(({ accountId }) => accountId === sam);
    expect(await samAt('2026-11-24T10:00:00.000Z')).toMatchObject({
      name: 'Sam Rivers',
      gorgiasRole: expect.not.stringMatching('^admin$'),
      identity: { type: 'staff-member', staffRef: ENGINEER },
      verdicts: { 'user-identified': { status: 'passing' } },
    });
    expect(await samAt('2026-11-25T09:30:00.000Z')).toMatchObject({
      gorgiasRole: 'admin',
    });
    expect(await samAt('2026-11-26T09:30:00.000Z')).toBeUndefined();
    // Nothing was read for a day.
    expect(await samAt('2026-11-25T08:00:00.000Z')).toMatchObject({
      verdicts: { 'user-identified': { status: 'stale' } },
    });
    expect(await populationAt('2026-11-24T10:00:00.000Z')).toMatchObject({
      at: '2026-11-24T10:00:00.000Z',
      factsAt: '2026-11-24T09:00:00.000Z',
    });
    const page = await gorgias
      .as(OWNER)
      .listPopulation(GORGIAS, { at: '2026-11-24T10:00:00.000Z', limit: 2 });
    expect(page.items).toHaveLength(2);
    expect(page.nextCursor).toBeDefined();
    const { counts, totalItems } = page;
    expect(counts.failing).toBeGreaterThan(0);
    expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(totalItems);
  });

  it('takes a little ahead for now, since clocks differ', async () => {
    const page = await populationAt('2026-11-24T09:04:59.000Z');
    expect(page.at).toBe('2026-11-24T09:00:00.000Z');
  });

  it('does not make up what nobody recorded', async () => {
    const refusal = async (at: string, user?: string) => {
      const answer = await get(`/population?at=${at}`, user);
      return `${answer.status} ${(await answer.json()).error.message}`;
    };
    expect(await refusal('2026-11-24T08:00:00.000Z')).toMatch(
      /^404 at: the ledger does not tell/,
    );
    expect(await refusal('2026-12-24T08:00:00.000Z')).toMatch(
      /^400 at: lies ahead/,
    );
    expect(await refusal('2026-11-24T09:00:00.000Z', ENGINEER)).toMatch(/^403/);
  });

  it('exports what the verifier accepts, whatever the period', async () => {
    await letHappen();
    const periods = [
      ['2026-11-24T09:00:00Z', '2026-11-27T09:00:00Z'],
      ['2026-11-24T12:00:00Z', '2026-11-25T12:00:00Z'],
      ['2026-11-26T12:00:00Z', '2026-11-26T12:00:00Z'],
      ['2026-01-01T00:00:00Z', '2026-11-24T09:00:00Z'],
      ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'],
    ];
    for (const [from, to] of periods) {
      const report = await verifyBundle(await bundleOf(from, to), KEYS);
      expect(report.problems).toEqual([]);
      expect(report.manifest).toMatchObject({
        system: { entityRef: GORGIAS },
        createdBy: ADMIN,
        populationKnown: to > '2026-11',
      });
    }
    await ledger();
    const exports = await knex('ledger_entries').where({ kind: 'export' });
    expect(exports.map(({ body }) => JSON.parse(body))).toContainEqual(
      expect.objectContaining({
        by: ADMIN,
        what: 'evidence.zip',
        from: '2026-01-01T00:00:00.000Z',
      }),
    );
  });

  it('has the verifier judge everything again that was decided in a month', async () => {
    const admin = gorgias.as(ADMIN);
    const sam = await idOf('Sam Rivers');
    const rule = (spec: AccessRuleSpec, revision: number) =>
      admin.putAccessRule(GORGIAS, { spec, revision });
    const steps: Array<() => Promise<unknown>> = [
      () => admin.addCriticalSystem(GORGIAS),
      () => rule({ type: 'all-staff' }, 0),
      async () => {
        const { exception } = await gorgias
          .as(OWNER)
          .requestException(GORGIAS, {
            accountId: sam,
            checkId: 'mfa-enabled',
            reason: 'The token is on order.',
            until: '2026-12-04T00:00:00.000Z',
          });
        await admin.approveException(GORGIAS, exception);
      },
      () => rule({ type: 'org-roles', orgRoles: ['group:default/support'] }, 1),
      async () => {
        const [somebody] = (
          await admin.listAccounts(GORGIAS, { identity: 'unidentified' })
        ).items;
        await admin.putIdentities(GORGIAS, {
          accounts: [{ id: somebody.id, etag: somebody.identityEtag }],
          assignment: {
            type: 'external',
            owner: 'group:default/support',
            purpose: 'Returns',
            reviewAt: '2026-12-06T00:00:00.000Z',
          },
        });
      },
      () => admin.removeCriticalSystem(GORGIAS),
      () => admin.addCriticalSystem(GORGIAS),
      async () => {
        await admin.disconnect(GORGIAS);
        advanceClock({ hours: 1 });
        await gorgias.connect();
      },
      () =>
        gorgias.control('PATCH', `/accounts/acme/users/${sam}`, {
          has_2fa_enabled: true,
        }),
    ];
    for (const step of steps) {
      await step();
      advanceClock({ hours: 32 });
      await gorgias.sync();
      await gorgias.scheduler.triggerTask('evaluate-due');
      await ledger();
    }
    const report = await verifyBundle(
      await bundleOf('2026-11-24T09:00:00Z', '2026-12-06T09:00:00Z'),
      KEYS,
    );
    expect(report.problems).toEqual([]);
    expect(report.notProven.join('\n')).not.toMatch(/did not enter the facts/);
    const judged = /(\d+) verdicts on accounts/.exec(report.proven.join('\n'));
    expect(Number(judged![1])).toBeGreaterThan(100);
    const entries = await knex('ledger_entries').where({ kind: 'exception' });
    expect(entries.map(({ body }) => JSON.parse(body).after.status)).toEqual([
      'requested',
      'approved',
      'lapsed',
    ]);
  });

  it('gives along what an access review came to that went on over a month', async () => {
    const admin = gorgias.as(ADMIN);
    await admin.addCriticalSystem(GORGIAS);
    const reviewId = await startReview();
    const undecided = () => undecidedIn(reviewId);
    const decide = async (
      { accountId, identity }: Pick<ReviewItem, 'accountId' | 'identity'>,
      decision: 'keep' | 'revoke',
    ) => {
      const to = identity.staffRef === GRETA ? OWNER : GRETA;
      const request = { accountIds: [accountId] };
      await admin.delegateReview(GORGIAS, reviewId, { ...request, to });
      await gorgias.as(to).decideReview(GORGIAS, reviewId, {
        ...request,
        decision,
        comment: 'So',
      });
    };
    const change = async (accountId: string, fields: object) => {
      advanceClock({ hours: 24 });
      await gorgias.control(
        'PATCH',
        `/accounts/acme/users/${accountId}`,
        fields,
      );
      await gorgias.sync();
    };
    const samsItem = async () =>
      (await undecided()).find(({ name }) => name === 'Sam Rivers')!;
    const sam = await samsItem();
    await decide(sam, 'revoke');
    // Has to be judged anew.
    await change(sam.accountId, { role: 'admin' });
    await decide(await samsItem(), 'revoke');
    const [other] = await undecided();
    // In the next month, so that the ledger repeats where everything stands.
    advanceClock({ hours: 24 * 7 });
    await change(other.accountId, { name: 'Another Name' });
    for (const item of await undecided()) {
      await decide(item, 'keep');
    }
    await admin.signOffReview(GORGIAS, reviewId, {});
    advanceClock({ hours: 24 });
    await gorgias.control('DELETE', `/accounts/acme/users/${sam.accountId}`);
    await gorgias.sync();
    await ledger();
    const entries = await knex('ledger_entries')
      .where({ kind: 'review' })
      .orderBy('sequence');
    const events = entries.map(({ body }) => JSON.parse(body).event);
    expect(events).toEqual(
      expect.arrayContaining(['added', 'snapshot', 'signed-off']),
    );
    expect(events.at(-1)).toBe('followed-up');
    const to = new Date(Date.now()).toISOString();
    for (const from of ['2026-11-24T09:00:00Z', '2026-12-02T09:00:00Z', to]) {
      const { problems } = await verifyBundle(await bundleOf(from, to), KEYS);
      expect(problems).toEqual([]);
    }
  });

  it('has what came before something of the period, also when it was said to be later', async () => {
    const admin = gorgias.as(ADMIN);
    await admin.addCriticalSystem(GORGIAS);
    const reviewId = await startReview();
    const items = await undecidedIn(reviewId);
    const sam = items.find(({ name }) => name === 'Sam Rivers')!;
    // On a replica whose clock is ahead.
    setClock('2026-11-25T11:00:00Z');
    const request = { accountIds: [sam.accountId] };
    await admin.delegateReview(GORGIAS, reviewId, { ...request, to: GRETA });
    await gorgias.as(GRETA).decideReview(GORGIAS, reviewId, {
      ...request,
      decision: 'revoke',
      comment: 'So',
    });
    await ledger();
    // On one whose clock is right.
    setClock('2026-11-24T10:00:00Z');
    await gorgias.control('DELETE', `/accounts/acme/users/${sam.accountId}`);
    await gorgias.sync();
    await ledger();
    const bundle = await bundleOf(
      '2026-11-24T09:00:00Z',
      '2026-11-24T10:00:00Z',
    );
    expect((await verifyBundle(bundle, KEYS)).problems).toEqual([]);
    const then = await populationAt('2026-11-24T10:00:00.000Z');
    expect(then.items.map(({ accountId }) => accountId)).not.toContain(
      sam.accountId,
    );
  });

  it('does not let somebody who runs the database change the past', async () => {
    await letHappen();
    const change = async (kind: string, columns: object) => {
      const { sequence } = await knex('ledger_entries')
        .where({ kind })
        .orderBy('sequence', 'desc')
        .first();
      await knex('ledger_entries').where({ sequence }).update(columns);
      const bundle = await bundleOf(
        '2026-11-24T09:00:00Z',
        '2026-11-27T09:00:00Z',
      );
      const { problems } = await verifyBundle(bundle, KEYS);
      expect(problems.map(({ where }) => where)).toContain(
        `ledger.jsonl, entry ${sequence}`,
      );
    };
    await change('population-change', {
      body: JSON.stringify({ rows: [], removed: [] }),
    });
    await change('verdict', { at: '2026-11-24T00:00:00.000Z' });
  });

  it.each([
    ['from', 'from=yesterday&to=2026-11-24T09:00:00Z'],
    ['to', 'from=2026-11-24T09:00:00Z'],
    ['to', 'from=2026-11-24T09:00:00Z&to=2027-11-24T09:00:00Z'],
    ['from', 'from=2026-11-24T09:00:00Z&to=2026-11-23T09:00:00Z'],
  ])('refuses a bad %s and names it', async (field, query) => {
    const answer = await get(`/evidence.zip?${query}`);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.message).toContain(field);
  });
});
