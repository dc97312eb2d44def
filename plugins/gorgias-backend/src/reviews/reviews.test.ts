import { ResponseError } from '@backstage/errors';
import {
  AccessReviewDetails,
  ReviewItem,
  StartReviewRequest,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import { recordingNotifications } from '../__testUtils__/recordingNotifications';
import {
  ADMIN,
  AUDITOR,
  ENGINEER,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const NOOR = 'user:default/noor.haddad';
const GRETA = 'user:default/greta.jansen';
const BY_MANAGER: StartReviewRequest = {
  title: 'Access review, November 2026',
  dueAt: '2026-12-08T09:00:00.000Z',
  reviewers: { by: 'manager' },
};

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    const { statusCode, body } = error as ResponseError & {
      statusCode: number;
    };
    return `${statusCode} ${body.error.message}`;
  }
  throw new Error('It was not refused');
}

describe.each(databaseIds)('access reviews on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  let notifications: ReturnType<typeof recordingNotifications>;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    notifications = recordingNotifications();
    knex = await databases.init(id);
    gorgias = await startGorgias({
      knex,
      config: {
        staff: {
          managerField: 'metadata.annotations.acme.example/manager',
          offboarded: { annotation: 'acme.example/offboarded-on' },
        },
      },
      features: [notifications.feature()],
    });
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const start = (request: Partial<StartReviewRequest> = {}) =>
    gorgias.as(ADMIN).startReview(GORGIAS, { ...BY_MANAGER, ...request });
  const itemsOf = async (
    review: { id: string },
    user = ADMIN,
    filter: object = {},
  ) =>
    (
      await gorgias
        .as(user)
        .listReviewItems(GORGIAS, review.id, { limit: 100, ...filter })
    ).items;
  const itemOf = async (review: { id: string }, name: string) =>
    (await itemsOf(review)).find(item => item.name === name)!;
  const idsOf = (items: ReviewItem[]) => items.map(item => item.accountId);
  const keepAll = async (review: { id: string }) => {
    for (const { reviewer } of (
      await gorgias.as(ADMIN).getReview(GORGIAS, review.id)
    ).byReviewer) {
      const items = await itemsOf(review, ADMIN, {
        reviewer: reviewer ?? 'nobody',
        status: 'undecided',
      });
      if (items.length === 0) continue;
      let by = reviewer;
      if (by === null) {
        by = GRETA;
        await gorgias.as(ADMIN).delegateReview(GORGIAS, review.id, {
          accountIds: idsOf(items),
          to: GRETA,
        });
      }
      await gorgias.as(by).decideReview(GORGIAS, review.id, {
        accountIds: idsOf(items),
        decision: 'keep',
      });
    }
  };
  const signOff = (review: { id: string }): Promise<AccessReviewDetails> =>
    gorgias.as(ADMIN).signOffReview(GORGIAS, review.id, {});
  const change = (accountId: string, fields: object) =>
    gorgias.control('PATCH', `/accounts/acme/users/${accountId}`, fields);
  const runTask = () => gorgias.scheduler.triggerTask('reviews');
  const ledger = async (): Promise<any[]> => {
    await gorgias.scheduler.triggerTask('ledger');
    const rows = await knex('ledger_entries')
      .where({ kind: 'review' })
      .orderBy('sequence');
    return rows.map(({ body }) => JSON.parse(body));
  };

  it('ask managers, never about the own account, and the owner about the rest', async () => {
    const preview = await gorgias
      .as(ADMIN)
      .previewReview(GORGIAS, { reviewers: { by: 'manager' } });
    const review = await start();
    const items = await itemsOf(review);
    expect(review.progress).toMatchObject({ total: items.length, decided: 0 });
    expect(preview.total).toBe(items.length);
    expect(preview.byReviewer).toEqual(
      expect.arrayContaining(
        review.byReviewer.map(({ reviewer, total }) => ({ reviewer, total })),
      ),
    );
    const reviewerOf = new Map(
      items.map(({ identity, reviewer }) => [identity.staffRef, reviewer]),
    );
    expect(reviewerOf.get(ENGINEER)).toBe(OWNER);
    expect(reviewerOf.get(OWNER)).toBe(NOOR);
    // The owner of the review is not asked about the own account.
    expect(reviewerOf.get(ADMIN)).toBe(GRETA);
    for (const { identity, reviewer, state } of items) {
      expect(reviewer).not.toBe(identity.staffRef);
      expect(state).toBe('active');
    }
    expect(items.find(({ kind }) => kind === 'bot')?.reviewer).toBe(ADMIN);
  });

  it('ask whom the org role names, the first that fits', async () => {
    const review = await start({
      owner: NOOR,
      reviewers: {
        by: 'org-role',
        orgRoles: [
          { orgRole: 'group:default/support-tier-1', reviewer: GRETA },
          { orgRole: 'group:default/support', reviewer: OWNER },
        ],
      },
    });
    const items = await itemsOf(review);
    const reviewerOf = (ref: string) =>
      items.find(({ identity }) => identity.staffRef === ref)?.reviewer;
    expect(reviewerOf(ENGINEER)).toBe(GRETA);
    expect(reviewerOf('user:default/yuki.tanabe')).toBe(OWNER);
    // Maya would review herself, so the owner does.
    expect(reviewerOf(OWNER)).toBe(NOOR);
  });

  it('show reviewers theirs, and nothing to who takes no part', async () => {
    const review = await start();
    const mine = await itemsOf(review, NOOR);
    expect(mine.map(({ reviewer }) => reviewer)).toEqual(mine.map(() => NOOR));
    expect(mine.length).toBeLessThan((await itemsOf(review)).length);
    expect(await gorgias.as(NOOR).listMyReviews()).toMatchObject({
      items: [{ id: review.id, total: mine.length, decided: 0 }],
    });
    expect((await gorgias.as(ENGINEER).listReviews(GORGIAS)).items).toEqual([]);
    expect(await gorgias.as(ENGINEER).listMyReviews()).toEqual({ items: [] });
    expect(
      await refusal(gorgias.as(ENGINEER).getReview(GORGIAS, review.id)),
    ).toMatch(/^403 .*not asked to review/);
    expect(
      await refusal(gorgias.as(AUDITOR).getReview(GORGIAS, review.id)),
    ).toMatch(/^403/);
  });

  it('are found by reviewer, status and search', async () => {
    const review = await start();
    const sam = await itemsOf(review, ADMIN, { search: 'SAM RIV' });
    expect(sam.map(({ name }) => name)).toEqual(['Sam Rivers']);
    expect(await itemsOf(review, ADMIN, { search: 'sam_riv' })).toEqual([]);
    await gorgias.as(OWNER).decideReview(GORGIAS, review.id, {
      accountIds: idsOf(sam),
      decision: 'keep',
    });
    expect(idsOf(await itemsOf(review, ADMIN, { status: 'decided' }))).toEqual(
      idsOf(sam),
    );
    expect(
      idsOf(
        await itemsOf(review, OWNER, { reviewer: 'me', status: 'undecided' }),
      ),
    ).not.toContain(sam[0].accountId);
  });

  it('keep what is decided, of all accounts or of none', async () => {
    const review = await start();
    const maya = gorgias.as(OWNER);
    const mine = await itemsOf(review, ADMIN, { reviewer: OWNER });
    const others = await itemsOf(review, ADMIN, { reviewer: NOOR });
    const decide = (accountIds: string[], more: object) =>
      maya.decideReview(GORGIAS, review.id, {
        accountIds,
        decision: 'keep',
        ...more,
      });
    expect(
      await refusal(decide([...idsOf(mine), ...idsOf(others)], {})),
    ).toMatch(/^403 .*for user:default\/noor.haddad to review/);
    expect(await refusal(decide([...idsOf(mine), '1'], {}))).toMatch(
      /^404 accountIds: the account 1 is not/,
    );
    expect(await refusal(decide(idsOf(mine), { decision: 'revoke' }))).toMatch(
      /^400 comment: is missing/,
    );
    const role = mine[0].gorgiasRole!;
    expect(
      await refusal(
        decide(idsOf([mine[0]]), {
          decision: 'change-role',
          gorgiasRole: role,
          comment: 'Enough',
        }),
      ),
    ).toMatch(/^400 gorgiasRole: .* has the role .* already/);
    expect(await itemsOf(review, ADMIN, { status: 'decided' })).toEqual([]);

    const after = await decide(idsOf(mine), {});
    expect(after.progress).toMatchObject({
      decided: mine.length,
      keep: mine.length,
    });
    // It can be thought over.
    await decide(idsOf([mine[0]]), { decision: 'revoke', comment: 'Not used' });
    expect(await itemOf(review, mine[0].name!)).toMatchObject({
      decision: { decision: 'revoke', comment: 'Not used', by: OWNER },
      followUp: { status: 'open', doneAt: null },
    });
  });

  it('give back what is not theirs, and ask somebody else', async () => {
    const review = await start();
    const sam = await itemOf(review, 'Sam Rivers');
    const ask = (to: string, user = ADMIN) =>
      gorgias.as(user).delegateReview(GORGIAS, review.id, {
        accountIds: [sam.accountId],
        to,
      });
    await gorgias.as(OWNER).decideReview(GORGIAS, review.id, {
      accountIds: [sam.accountId],
      decision: 'not-mine',
      comment: 'Works for IT now',
    });
    expect(await itemOf(review, 'Sam Rivers')).toMatchObject({
      reviewer: ADMIN,
      decision: null,
      notMine: { by: OWNER, comment: 'Works for IT now' },
    });
    expect(await refusal(ask(GRETA, OWNER))).toMatch(/^403 Only .* who owns/);
    expect(await refusal(ask(ENGINEER))).toMatch(/^400 to: .* own/);
    expect(await refusal(ask('user:default/tomasz.kowalski'))).toMatch(
      /^400 to: .* not a current staff member/,
    );
    await ask(GRETA);
    expect(await itemOf(review, 'Sam Rivers')).toMatchObject({
      reviewer: GRETA,
    });
    await ask(OWNER, GRETA);
    expect(await itemOf(review, 'Sam Rivers')).toMatchObject({
      reviewer: OWNER,
    });
  });

  it('take in who appears or gets another role, and let go who leaves', async () => {
    const review = await start();
    const sam = await itemOf(review, 'Sam Rivers');
    const jonas = await itemOf(review, 'Jonas Weiss');
    await gorgias.as(OWNER).decideReview(GORGIAS, review.id, {
      accountIds: [sam.accountId],
      decision: 'keep',
    });
    advanceClock({ minutes: 5 });
    await change(sam.accountId, { role: 'admin' });
    await change(jonas.accountId, { active: false });
    await gorgias.control('POST', '/accounts/acme/users', {
      name: 'Rajesh Iyer',
      email: 'rajesh.iyer@acme.example',
      role: 'agent',
    });
    await gorgias.sync();
    expect(await itemOf(review, 'Sam Rivers')).toMatchObject({
      gorgiasRole: 'admin',
      decision: null,
      addedBecause: 'role-changed',
      addedAt: '2026-11-24T09:05:00.000Z',
      reviewer: OWNER,
    });
    expect(await itemOf(review, 'Rajesh Iyer')).toMatchObject({
      addedBecause: 'appeared',
      decision: null,
      reviewer: ADMIN,
    });
    expect(await itemOf(review, 'Jonas Weiss')).toMatchObject({
      state: 'deactivated',
      decision: null,
    });
    const { progress } = await gorgias.as(ADMIN).getReview(GORGIAS, review.id);
    expect(progress.total).toBe(review.progress.total);
    expect((await ledger()).map(({ event }) => event)).toEqual([
      'started',
      'decided',
      'added',
    ]);
  });

  it('are signed off when all is judged, and then nothing changes but what was asked for', async () => {
    const review = await start({ recurrence: 'quarterly' });
    const sam = await itemOf(review, 'Sam Rivers');
    const jonas = await itemOf(review, 'Jonas Weiss');
    expect(await refusal(signOff(review))).toMatch(
      /^409 Accounts are still to be judged: .*user:default\/maya.ortiz/,
    );
    await gorgias.as(OWNER).decideReview(GORGIAS, review.id, {
      accountIds: [sam.accountId],
      decision: 'revoke',
      comment: 'Moved on',
    });
    await gorgias.as(OWNER).decideReview(GORGIAS, review.id, {
      accountIds: [jonas.accountId],
      decision: 'change-role',
      gorgiasRole: 'observer-agent',
      comment: 'Only looks',
    });
    await keepAll(review);
    const ready = await gorgias.as(ADMIN).getReview(GORGIAS, review.id);
    expect(ready.may).toContain('sign-off');
    expect(ready.nextStartAt).toBe('2027-02-24T09:00:00.000Z');
    expect(await signOff(review)).toMatchObject({
      status: 'signed-off',
      signOff: { by: ADMIN },
      progress: { openFollowUps: 2 },
      may: [],
    });
    expect(
      await refusal(
        gorgias.as(OWNER).decideReview(GORGIAS, review.id, {
          accountIds: [sam.accountId],
          decision: 'keep',
        }),
      ),
    ).toMatch(/^409 .*signed off/);
    const signedOff = (await ledger()).find(
      ({ event }) => event === 'signed-off',
    );
    expect(signedOff.items).toHaveLength(ready.progress.total);
    expect(signedOff.review).toMatchObject({
      status: 'signed-off',
      signOff: { by: ADMIN },
    });

    await change(sam.accountId, { active: false });
    await gorgias.sync();
    expect(await itemOf(review, 'Sam Rivers')).toMatchObject({
      followUp: { status: 'done', doneAt: '2026-11-24T09:00:00.000Z' },
    });
    expect(await itemOf(review, 'Jonas Weiss')).toMatchObject({
      followUp: { status: 'open' },
    });
    await change(jonas.accountId, { role: 'observer-agent' });
    await gorgias.sync();
    expect(await itemOf(review, 'Jonas Weiss')).toMatchObject({
      followUp: { status: 'done' },
      // As it was when it was decided.
      gorgiasRole: jonas.gorgiasRole,
    });
    const events = (await ledger()).map(({ event }) => event);
    expect(events.slice(-2)).toEqual(['followed-up', 'followed-up']);
  });

  it('decide anew by what is so then', async () => {
    const review = await start();
    const sam = await itemOf(review, 'Sam Rivers');
    const decide = (more: object) =>
      gorgias.as(OWNER).decideReview(GORGIAS, review.id, {
        accountIds: [sam.accountId],
        decision: 'change-role',
        gorgiasRole: 'observer-agent',
        comment: 'Only looks',
        ...more,
      });
    await decide({});
    await change(sam.accountId, { role: 'observer-agent' });
    await gorgias.sync();
    await decide({ decision: 'keep' });
    await gorgias.sync();
    expect(await itemOf(review, 'Sam Rivers')).toMatchObject({
      gorgiasRole: 'observer-agent',
      decision: { decision: 'keep' },
      followUp: null,
    });
    await decide({ gorgiasRole: sam.gorgiasRole });
    await change(sam.accountId, { active: false });
    await gorgias.sync();
    expect(await refusal(decide({ decision: 'not-mine' }))).toMatch(
      /^409 .*no access any more/,
    );
  });

  it('repeat in one row only', async () => {
    const first = await start({ recurrence: 'monthly' });
    await keepAll(first);
    await signOff(first);
    await start({ recurrence: 'yearly', title: 'Yearly' });
    const { items } = await gorgias.as(ADMIN).listReviews(GORGIAS);
    expect(items).toHaveLength(2);
    expect(items.flatMap(({ nextStartAt }) => nextStartAt ?? [])).toEqual([
      '2027-11-24T09:00:00.000Z',
    ]);
  });

  it('tell what was said the last time', async () => {
    const first = await start();
    await keepAll(first);
    await signOff(first);
    advanceClock({ hours: 24 });
    const second = await start({ title: 'Another one' });
    expect(await itemOf(second, 'Sam Rivers')).toMatchObject({
      decision: null,
      lastDecision: {
        decision: 'keep',
        by: OWNER,
        reviewTitle: 'Access review, November 2026',
      },
    });
  });

  it('are extended and cancelled by their owner', async () => {
    const review = await start({ owner: NOOR });
    expect(
      await refusal(
        gorgias.as(OWNER).cancelReview(GORGIAS, review.id, { reason: 'No' }),
      ),
    ).toMatch(/^403 Only user:default\/noor.haddad/);
    const noor = gorgias.as(NOOR);
    const dueAt = '2026-12-20T09:00:00.000Z';
    expect(
      await noor.extendReview(GORGIAS, review.id, { dueAt, reason: 'Snow' }),
    ).toMatchObject({ dueAt });
    expect(
      await noor.cancelReview(GORGIAS, review.id, { reason: 'A mistake' }),
    ).toMatchObject({
      status: 'cancelled',
      cancellation: { by: NOOR, reason: 'A mistake' },
    });
    await start();
  });

  it.each([
    [{ title: ' ' }, /^400 title: is empty/],
    [{ dueAt: 'soon' }, /^400 dueAt: is not a time/],
    [{ dueAt: '2026-11-24T08:00:00Z' }, /^400 dueAt: is not in the future/],
    [{ dueAt: '2028-11-24T08:00:00Z' }, /^400 dueAt: is more than 400 days/],
    [{ owner: 'nobody' }, /^400 owner: "nobody" is not an entity reference/],
    [
      { owner: 'user:default/tomasz.kowalski' },
      /^400 owner: .* is not a current staff member/,
    ],
    [
      {
        reviewers: {
          by: 'org-role' as const,
          orgRoles: [{ orgRole: 'group:default/it', reviewer: 'user:a/b' }],
        },
      },
      /^400 reviewers.orgRoles\[0\].reviewer: user:a\/b is not/,
    ],
  ])('do not begin by %j', async (request, reason) => {
    expect(await refusal(start(request))).toMatch(reason);
    expect((await gorgias.as(ADMIN).listReviews(GORGIAS)).items).toEqual([]);
  });

  it('take place one at a time, of critical systems', async () => {
    await start();
    expect(await refusal(start())).toMatch(/^409 .*is going on/);
    await gorgias.as(ADMIN).removeCriticalSystem(GORGIAS);
    const [review] = (await gorgias.as(ADMIN).listReviews(GORGIAS)).items;
    await gorgias
      .as(ADMIN)
      .cancelReview(GORGIAS, review.id, { reason: 'Not critical' });
    expect(await refusal(start())).toMatch(/^409 .*not a critical system/);
  });

  describe('remind', () => {
    const titles = () =>
      notifications.sent
        .splice(0)
        .map(({ recipients, payload }) =>
          recipients.type === 'entity'
            ? `${recipients.entityRef}: ${payload.title}`
            : '',
        )
        .sort();

    it('whoever is asked, before it is due, and when it is over more people', async () => {
      const review = await start();
      const { byReviewer } = review;
      await runTask();
      const first = titles();
      expect(first).toHaveLength(byReviewer.length);
      expect(first).toContainEqual(
        expect.stringMatching(
          /^user:default\/maya.ortiz: \d+ accounts of Gorgias wait for your review$/,
        ),
      );
      await runTask();
      expect(titles()).toEqual([]);

      setClock('2026-12-02T09:00:00Z');
      await runTask();
      await runTask();
      expect(titles()).toHaveLength(byReviewer.length);
      setClock('2026-12-07T10:00:00Z');
      await runTask();
      expect(titles()).toHaveLength(byReviewer.length);
      setClock('2026-12-08T10:00:00Z');
      await runTask();
      const late = titles();
      expect(late).toContainEqual(
        expect.stringMatching(
          /maya.ortiz: .* should have been reviewed by you/,
        ),
      );
      // Noor manages Maya, and Ivy owns the review.
      for (const person of [ADMIN, NOOR]) {
        expect(late).toContainEqual(
          expect.stringMatching(
            new RegExp(`^${person}: The access review of Gorgias is overdue`),
          ),
        );
      }
      setClock('2026-12-20T10:00:00Z');
      await runTask();
      expect(titles()).toEqual([]);
    });

    it('everybody once, however many replicas do it at the same time', async () => {
      const { byReviewer } = await start();
      const other = await startGorgias({
        knex,
        beside: gorgias,
        features: [notifications.feature()],
      });
      try {
        await Promise.all([runTask(), other.scheduler.triggerTask('reviews')]);
      } finally {
        await other.stop();
      }
      expect(titles()).toHaveLength(byReviewer.length);
    });

    it('anew when there is more time', async () => {
      const review = await start();
      setClock('2026-12-08T10:00:00Z');
      await runTask();
      titles();
      await gorgias.as(ADMIN).extendReview(GORGIAS, review.id, {
        dueAt: '2026-12-20T09:00:00.000Z',
        reason: 'Snow',
      });
      await runTask();
      expect(titles()).toHaveLength(review.byReviewer.length);
      setClock('2026-12-20T10:00:00Z');
      await runTask();
      expect(titles()).toContainEqual(expect.stringMatching(/is overdue/));
    });

    it('the owner when it can be signed off, and nobody after that', async () => {
      const review = await start();
      await keepAll(review);
      await runTask();
      expect(titles()).toEqual([
        `${ADMIN}: The access review of Gorgias can be signed off`,
      ]);
      await signOff(review);
      setClock('2026-12-20T10:00:00Z');
      await runTask();
      expect(titles()).toEqual([]);
    });

    it('again when something waits again after all was judged', async () => {
      const review = await start();
      const sam = await itemOf(review, 'Sam Rivers');
      await runTask();
      await keepAll(review);
      await runTask();
      titles();
      await change(sam.accountId, { role: 'admin' });
      await gorgias.sync();
      await runTask();
      expect(titles()).toEqual([
        `${sam.reviewer}: 1 account of Gorgias waits for your review`,
      ]);
      await keepAll(review);
      await runTask();
      await runTask();
      expect(titles()).toEqual([
        `${ADMIN}: The access review of Gorgias can be signed off`,
      ]);
    });

    it('later, when nobody can be told now', async () => {
      await start();
      notifications.outage = new Error('No notifications here');
      await runTask();
      notifications.outage = undefined;
      await runTask();
      expect(titles().length).toBeGreaterThan(0);
    });
  });

  it('are a task of the system while something of them is left to do', async () => {
    const tasks = async () =>
      (await gorgias.as(ADMIN).getSystem(GORGIAS)).pendingTasks.flatMap(
        ({ id: task, title }) => (/review$/.test(task) ? [title] : []),
      );
    const review = await start();
    expect(await tasks()).toEqual([]);
    setClock('2026-12-08T10:00:00Z');
    await gorgias.sync();
    const { total } = (await gorgias.as(ADMIN).getReview(GORGIAS, review.id))
      .progress;
    expect(await tasks()).toEqual([
      `Judge ${total} accounts in the overdue access review`,
    ]);
    const sam = await itemOf(review, 'Sam Rivers');
    await gorgias.as(sam.reviewer!).decideReview(GORGIAS, review.id, {
      accountIds: [sam.accountId],
      decision: 'revoke',
      comment: 'No longer needed',
    });
    await keepAll(review);
    expect(await tasks()).toEqual([
      'Sign off the access review',
      'Carry out 1 decision of access reviews',
    ]);
    await signOff(review);
    expect(await tasks()).toEqual(['Carry out 1 decision of access reviews']);
    await gorgias.control('DELETE', `/accounts/acme/users/${sam.accountId}`);
    await gorgias.sync();
    expect(await tasks()).toEqual([]);
  });

  it('begin anew by themselves, once the one before has ended', async () => {
    const review = await start({ recurrence: 'monthly' });
    // Only this one lasts longer.
    await gorgias.as(ADMIN).extendReview(GORGIAS, review.id, {
      dueAt: '2026-12-20T09:00:00.000Z',
      reason: 'Snow',
    });
    setClock('2026-12-24T09:01:00Z');
    await runTask();
    expect((await gorgias.as(ADMIN).listReviews(GORGIAS)).totalItems).toBe(1);
    await keepAll(review);
    await signOff(review);
    await runTask();
    await runTask();
    const { items } = await gorgias.as(ADMIN).listReviews(GORGIAS);
    expect(items).toMatchObject([
      {
        title: 'Access review, December 2026',
        status: 'open',
        createdBy: null,
        owner: ADMIN,
        startedAt: '2026-12-24T09:01:00.000Z',
        dueAt: '2027-01-07T09:01:00.000Z',
        recurrence: 'monthly',
        nextStartAt: '2027-01-24T09:01:00.000Z',
      },
      { id: review.id, nextStartAt: null },
    ]);
  });
});
