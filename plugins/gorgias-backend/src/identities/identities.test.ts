import { mockServices } from '@backstage/backend-test-utils';
import {
  AccountClass,
  IdentityAssignment,
} from 'backstage-plugin-gorgias-common';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const NOW = '2026-11-24T09:00:00.000Z';
const DIEGO = 'user:default/diego.fuentes';
const SUPPORT = 'group:default/support';
const toDiego: IdentityAssignment = {
  type: 'staff-member',
  staffRef: DIEGO,
  reason: 'It is his plus alias.',
};
const classified = (
  type: AccountClass = 'service-account',
  differing: { owner?: string; purpose?: string; reviewAt?: string } = {},
) => ({
  type,
  owner: SUPPORT,
  purpose: 'Returns',
  reviewAt: '2027-05-01T00:00:00.000Z',
  ...differing,
});

describe.each(databaseIds)('identities on %s', id => {
  const auditor = mockServices.auditor.mock();
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock(NOW);
    auditor.createEvent.mockReset().mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [auditor.factory],
    });
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const admin = () => gorgias.as(ADMIN);
  const account = async (name: string) =>
    (await admin().listAccounts(GORGIAS, { limit: 100 })).items.find(
      row => row.name === name,
    )!;
  const identified = async (name: string) =>
    (await account(name)).verdicts.find(
      ({ checkId }) => checkId === 'user-identified',
    )!;
  const read = async (...names: string[]) =>
    Promise.all(
      names.map(async name => {
        const row = await account(name);
        return { id: row.id, etag: row.identityEtag };
      }),
    );
  const put = async (assignment: IdentityAssignment, ...names: string[]) =>
    admin().putIdentities(GORGIAS, {
      accounts: await read(...names),
      assignment,
    });
  const audits = () =>
    auditor.createEvent.mock.calls
      .map(([event]) => event)
      .filter(({ eventId }) => eventId.startsWith('identity-'));
  const conflict = (message: string) => ({
    statusCode: 409,
    body: { error: { message: expect.stringContaining(message) } },
  });

  it('believes what an admin says, and judges by it at once', async () => {
    expect((await identified('Diego Fuentes')).status).toBe('failing');
    const before = await account('Diego Fuentes');
    const change = await put(toDiego, 'Diego Fuentes');
    expect(change).toEqual({
      id: expect.any(String),
      changedAt: NOW,
      changedBy: ADMIN,
      accountIds: [before.id],
    });
    expect(await account('Diego Fuentes')).toMatchObject({
      identity: {
        type: 'staff-member',
        staffRef: DIEGO,
        ground: 'Ivy Nakamura said so on 2026-11-24: It is his plus alias.',
      },
      assigned: { assignment: toDiego, assignedBy: ADMIN, assignedAt: NOW },
    });
    expect(await identified('Diego Fuentes')).toMatchObject({
      status: 'passing',
      since: NOW,
    });
    expect((await account('Diego Fuentes')).identityEtag).not.toBe(
      before.identityEtag,
    );
  });

  it('keeps it through syncs, and when the person leaves', async () => {
    await put(toDiego, 'Diego Fuentes');
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      ({ metadata }) => metadata.name !== 'diego.fuentes',
    );
    await gorgias.sync();
    expect((await account('Diego Fuentes')).identity).toMatchObject({
      staffRef: DIEGO,
      staffState: 'offboarded',
    });
  });

  it('changes a selection, notes it and has it audited', async () => {
    const change = await put(classified(), 'Acme Bot', 'Returns Automation');
    expect(change.accountIds).toHaveLength(2);
    expect((await identified('Acme Bot')).status).toBe('passing');
    expect((await identified('Returns Automation')).status).toBe('passing');

    const [bot] = change.accountIds;
    const state = {
      assignment: classified(),
      assignedBy: ADMIN,
      assignedAt: NOW,
    };
    const { items } = await admin().listHistory(GORGIAS, {
      kind: 'identity',
      accountId: bot,
    });
    expect(items).toMatchObject([
      { at: NOW, by: ADMIN, accountId: bot, before: null, after: state },
    ]);
    expect(audits()).toMatchObject([
      {
        eventId: 'identity-assign',
        severityLevel: 'medium',
        meta: {
          entityRef: GORGIAS,
          before: { [bot]: null },
          after: { [bot]: classified() },
        },
      },
    ]);
  });

  it('refuses all when one of them was changed by somebody else', async () => {
    const seen = await read('Acme Bot', 'Returns Automation');
    await put(classified('external'), 'Acme Bot');
    await expect(
      admin().putIdentities(GORGIAS, {
        accounts: seen,
        assignment: classified(),
      }),
    ).rejects.toMatchObject(conflict(`accounts: what ${seen[0].id} is said`));
    expect((await account('Acme Bot')).identity.type).toBe('external');
    expect((await account('Returns Automation')).assigned).toBeUndefined();
  });

  it('lets one of two admins win who say something at once', async () => {
    const seen = await read('Acme Bot');
    const results = await Promise.allSettled(
      [classified(), classified('external')].map(assignment =>
        admin().putIdentities(GORGIAS, { accounts: seen, assignment }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('takes an assignment back, and knows again what the addresses say', async () => {
    const before = await account('Sam Rivers');
    await put(classified('external'), 'Sam Rivers');
    await gorgias.sync();
    await put({ type: 'automatic' }, 'Sam Rivers');
    const { identity, assigned, identityEtag } = await account('Sam Rivers');
    expect({ identity, assigned, identityEtag }).toEqual({
      identity: before.identity,
      assigned: undefined,
      identityEtag: before.identityEtag,
    });
  });

  it('undoes a change, once', async () => {
    await put(classified('external'), 'Acme Bot');
    const before = await account('Acme Bot');
    advanceClock({ hours: 1 });
    const { id: changeId, accountIds } = await put(
      classified(),
      'Acme Bot',
      'Returns Automation',
    );
    advanceClock({ hours: 1 });
    expect(await admin().undoIdentityChange(GORGIAS, changeId)).toEqual({
      id: changeId,
      changedAt: '2026-11-24T10:00:00.000Z',
      changedBy: ADMIN,
      accountIds,
      undoneAt: '2026-11-24T11:00:00.000Z',
      undoneBy: ADMIN,
    });
    expect((await account('Acme Bot')).assigned).toEqual(before.assigned);
    expect((await account('Acme Bot')).identityEtag).toBe(before.identityEtag);
    expect((await identified('Returns Automation')).status).toBe('failing');
    expect(
      (await admin().listHistory(GORGIAS, { kind: 'identity' })).items.slice(
        0,
        2,
      ),
    ).toMatchObject([
      { at: '2026-11-24T11:00:00.000Z', by: ADMIN },
      { at: '2026-11-24T11:00:00.000Z', by: ADMIN },
    ]);
    expect(audits().at(-1)).toMatchObject({
      eventId: 'identity-undo',
      meta: {
        changeId,
        before: { [accountIds[1]]: { assignment: classified() } },
        after: { [accountIds[1]]: null },
      },
    });

    await expect(
      admin().undoIdentityChange(GORGIAS, changeId),
    ).rejects.toMatchObject(conflict(`${ADMIN} undid this change already`));
  });

  it('undoes nothing that was overtaken, until what overtook it is undone', async () => {
    const first = await put(classified(), 'Acme Bot', 'Returns Automation');
    const second = await put(classified('external'), 'Acme Bot');
    await expect(
      admin().undoIdentityChange(GORGIAS, first.id),
    ).rejects.toMatchObject(conflict('undo the later change first'));
    expect((await account('Returns Automation')).assigned).toBeDefined();

    await admin().undoIdentityChange(GORGIAS, second.id);
    await admin().undoIdentityChange(GORGIAS, first.id);
    expect((await account('Acme Bot')).assigned).toBeUndefined();
    expect((await account('Returns Automation')).assigned).toBeUndefined();
  });

  it('asks for a review on the day it is due', async () => {
    await put(
      classified('external', { reviewAt: '2026-11-24T12:00:00+02:00' }),
      'Acme Bot',
    );
    expect((await account('Acme Bot')).identity).toMatchObject({
      reviewAt: '2026-11-24T10:00:00.000Z',
    });
    advanceClock({ hours: 1 });
    await gorgias.sync();
    expect(await identified('Acme Bot')).toMatchObject({
      status: 'failing',
      ground: expect.stringContaining('It has to be reviewed'),
      owner: SUPPORT,
    });
  });

  it('is for those who may classify', async () => {
    const accounts = await read('Acme Bot');
    const change = await put(classified(), 'Acme Bot');
    const engineer = gorgias.as(ENGINEER);
    const notAllowed = {
      statusCode: 403,
      body: {
        error: {
          message: expect.stringContaining('gorgias.account.classify'),
        },
      },
    };
    await expect(
      engineer.putIdentities(GORGIAS, { accounts, assignment: toDiego }),
    ).rejects.toMatchObject(notAllowed);
    await expect(
      engineer.undoIdentityChange(GORGIAS, change.id),
    ).rejects.toMatchObject(notAllowed);
    expect((await account('Acme Bot')).assigned).toBeDefined();
  });

  it.each([
    {
      assignment: { ...toDiego, staffRef: 'user:default/nobody' },
      problem: 'assignment.staffRef: there is no staff member',
    },
    {
      assignment: { ...toDiego, reason: ' ' },
      problem: 'assignment.reason: is empty',
    },
    {
      assignment: classified('external', { owner: 'group:default/nobody' }),
      problem: 'assignment.owner: group:default/nobody is neither',
    },
    {
      assignment: classified('external', {
        owner: 'user:default/tomasz.kowalski',
      }),
      problem: 'assignment.owner: user:default/tomasz.kowalski is neither',
    },
    {
      assignment: classified('external', { purpose: '\n' }),
      problem: 'assignment.purpose: is empty',
    },
    {
      assignment: classified('external', { reviewAt: NOW }),
      problem: 'assignment.reviewAt: is not within the next 366 days',
    },
    {
      assignment: classified('external', {
        reviewAt: '2027-11-25T09:00:00.001Z',
      }),
      problem: 'assignment.reviewAt: is not within the next 366 days',
    },
    {
      assignment: classified('external', { reviewAt: 'next year' }),
      problem: 'reviewAt',
    },
    {
      assignment: { type: 'nobody' } as unknown as IdentityAssignment,
      problem: 'assignment',
    },
  ])('refuses $assignment', async ({ assignment, problem }) => {
    await expect(put(assignment, 'Acme Bot')).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: expect.stringContaining(problem) } },
    });
    expect((await account('Acme Bot')).assigned).toBeUndefined();
  });

  it('writes entity refs in one way', async () => {
    await put(
      { ...toDiego, staffRef: 'User:Default/Diego.Fuentes' },
      'Acme Bot',
    );
    expect((await account('Acme Bot')).identity).toMatchObject({
      staffRef: DIEGO,
    });
  });

  it('refuses accounts that are not there, or there twice', async () => {
    const [bot] = await read('Acme Bot');
    for (const [accounts, problem] of [
      [[bot, { ...bot, id: '99' }], 'accounts: Gorgias has no account 99'],
      [[bot, bot], `accounts: ${bot.id} is there twice`],
      [[], 'accounts'],
    ] as const) {
      await expect(
        admin().putIdentities(GORGIAS, {
          accounts: [...accounts],
          assignment: classified(),
        }),
      ).rejects.toMatchObject({
        statusCode: 400,
        body: { error: { message: expect.stringContaining(problem) } },
      });
    }
  });

  it('knows no change that is not there, nor of another system', async () => {
    const { id: changeId } = await put(classified(), 'Acme Bot');
    for (const [entityRef, change] of [
      [GORGIAS, 'nothing'],
      ['resource:default/gorgias-outlet', changeId],
    ]) {
      await expect(
        admin().undoIdentityChange(entityRef, change),
      ).rejects.toMatchObject({ statusCode: 404 });
    }
  });
});
