import { mockServices } from '@backstage/backend-test-utils';
import { AccessException, CheckId } from 'backstage-plugin-gorgias-common';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const NOW = '2026-11-24T09:00:00.000Z';
const NEXT_WEEK = '2026-12-01T09:00:00.000Z';
const NEXT_MONTH = '2026-12-24T09:00:00.000Z';
const SAM = '411805933';
const IVY = '410200186';
const ELENA = '447610839';
const TOMASZ = '417288460';
const YUKI = 'Yuki Tanabe';

const refused = (statusCode: number, message: string) => ({
  statusCode,
  body: { error: { message: expect.stringContaining(message) } },
});

describe.each(databaseIds)('exceptions on %s', databaseId => {
  const auditor = mockServices.auditor.mock();
  let gorgias: RunningGorgias;

  const start = async (config: object = {}) => {
    gorgias = await startGorgias({
      knex: await databases.init(databaseId),
      features: [auditor.factory],
      config,
    });
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.as(ADMIN).putAccessRule(GORGIAS, {
      spec: { type: 'org-roles', orgRoles: ['group:default/support'] },
      revision: 0,
    });
  };

  beforeEach(() => {
    setClock(NOW);
    auditor.createEvent.mockReset().mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const admin = () => gorgias.as(ADMIN);
  const owner = () => gorgias.as(OWNER);
  const ask = async (
    differing: {
      by?: string;
      accountId?: string;
      checkId?: CheckId;
      until?: string;
      reason?: string;
    } = {},
  ): Promise<AccessException> => {
    const { by = OWNER, ...request } = differing;
    const { exception } = await gorgias.as(by).requestException(GORGIAS, {
      accountId: SAM,
      checkId: 'mfa-enabled',
      reason: 'The token is on order.',
      until: NEXT_WEEK,
      ...request,
    });
    return exception;
  };
  const approve = async (exception: AccessException, by = ADMIN) =>
    (await gorgias.as(by).approveException(GORGIAS, exception)).exception;
  const verdict = async (accountId = SAM, checkId: CheckId = 'mfa-enabled') =>
    (await admin().getAccount(GORGIAS, accountId)).verdicts.find(
      one => one.checkId === checkId,
    )!;
  const list = async () => (await admin().listExceptions(GORGIAS)).items;
  const evaluateDue = () => gorgias.scheduler.triggerTask('evaluate-due');
  const changeUser = (body: object, id = SAM) =>
    gorgias.control('PATCH', `/accounts/acme/users/${id}`, body);
  const audits = () =>
    auditor.createEvent.mock.calls
      .map(([event]) => event)
      .filter(({ eventId }) => eventId.startsWith('exception-'));

  describe('by the rules', () => {
    beforeEach(() => start());

    it('are asked for, approved by somebody else, and counted apart', async () => {
      const before = await admin().getSystem(GORGIAS);
      const failing = await verdict();
      expect(failing.status).toBe('failing');

      const asked = await ask();
      expect(asked).toMatchObject({
        accountId: SAM,
        accountName: 'Sam Rivers',
        checkId: 'mfa-enabled',
        reason: 'The token is on order.',
        requestedBy: OWNER,
        requestedAt: NOW,
        until: NEXT_WEEK,
        status: 'requested',
        twoPersonRule: true,
      });
      expect(asked).not.toHaveProperty('facts');
      // Asking tolerates nothing.
      expect(await verdict()).toEqual(failing);
      expect((await admin().getSystem(GORGIAS)).requestedExceptions).toBe(1);

      advanceClock({ minutes: 1 });
      const approved = await approve(asked);
      expect(approved).toMatchObject({
        id: asked.id,
        status: 'approved',
        decidedBy: ADMIN,
        decidedAt: '2026-11-24T09:01:00.000Z',
      });
      const exempt = await verdict();
      expect(exempt).toMatchObject({
        status: 'exempt',
        exceptionId: asked.id,
        since: '2026-11-24T09:01:00.000Z',
        facts: failing.facts,
      });
      expect(exempt.ground).toContain(
        `${ADMIN} approved it on 2026-11-24 09:01 UTC`,
      );
      expect(exempt.ground).toContain(failing.ground);
      expect(exempt).not.toHaveProperty('dueAt');
      expect(exempt).not.toHaveProperty('owner');

      const after = await admin().getSystem(GORGIAS);
      expect(after.requestedExceptions).toBe(0);
      const counts = (summary: typeof before) =>
        summary.checks.find(({ checkId }) => checkId === 'mfa-enabled')!.counts;
      expect(counts(after)).toEqual({
        ...counts(before),
        failing: counts(before).failing - 1,
        exempt: 1,
      });
      expect(await list()).toEqual([approved]);
    });

    it('can’t be approved by who asked', async () => {
      const asked = await ask({ by: ADMIN });
      await expect(approve(asked)).rejects.toMatchObject(
        refused(403, 'somebody else has to approve it (the two-person rule)'),
      );
      expect((await list())[0]).toEqual(asked);
      expect((await verdict()).status).toBe('failing');
      expect((await approve(asked, OWNER)).decidedBy).toBe(OWNER);
    });

    it('can’t be approved for the own account', async () => {
      const asked = await ask({ accountId: IVY, checkId: 'access-valid' });
      await expect(approve(asked)).rejects.toMatchObject(
        refused(403, 'This exception is for your own account'),
      );
      expect((await verdict(IVY, 'access-valid')).status).toBe('failing');
    });

    it('are for what fails only', async () => {
      const { items } = await admin().listAccounts(GORGIAS, { search: YUKI });
      await expect(ask({ accountId: items[0].id })).rejects.toMatchObject(
        refused(400, '"User should have MFA enabled" is passing'),
      );
      await expect(
        ask({ checkId: 'access-control-configured' }),
      ).rejects.toMatchObject(refused(400, 'checkId: '));
      await expect(ask({ accountId: '7' })).rejects.toMatchObject(
        refused(400, 'accountId: '),
      );
    });

    it('have a reason, and an end within a year', async () => {
      await expect(ask({ reason: '  ' })).rejects.toMatchObject(
        refused(400, 'reason: is empty'),
      );
      await expect(ask({ until: NOW })).rejects.toMatchObject(
        refused(400, 'until: is not in the future'),
      );
      await expect(
        ask({ until: '2027-11-24T09:00:00.001Z' }),
      ).rejects.toMatchObject(refused(400, 'until: is more than 365 days'));
      expect((await ask({ until: '2026-12-01T10:00:00+01:00' })).until).toBe(
        NEXT_WEEK,
      );
    });

    it('are one at a time for an account and check', async () => {
      const asked = await ask();
      await expect(ask({ by: ADMIN })).rejects.toMatchObject(
        refused(409, `${OWNER} has asked for this exception already`),
      );
      await approve(asked);
      await expect(ask()).rejects.toMatchObject(
        refused(409, `There is an exception until ${NEXT_WEEK} already`),
      );
      await ask({ accountId: ELENA, checkId: 'access-valid' });
    });

    it('are one at a time even when two ask at the same instant', async () => {
      const both = await Promise.allSettled([ask(), ask({ by: ADMIN })]);
      expect(both.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(await list()).toHaveLength(1);
    });

    it('are decided about once', async () => {
      const asked = await ask();
      const both = await Promise.allSettled([
        approve(asked),
        admin().refuseException(GORGIAS, asked, 'No.'),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      await expect(approve(asked)).rejects.toMatchObject(
        refused(409, 'somebody else has changed this exception'),
      );
    });

    it('are refused with a reason, and can be asked for again', async () => {
      const { exception } = await admin().refuseException(
        GORGIAS,
        await ask(),
        'Buy the token.',
      );
      expect(exception).toMatchObject({
        status: 'refused',
        decidedBy: ADMIN,
        decisionReason: 'Buy the token.',
      });
      await expect(approve(exception)).rejects.toMatchObject(
        refused(409, "can't be approved: it is refused"),
      );
      expect((await verdict()).status).toBe('failing');
      await ask();
    });

    it('are withdrawn by who asked, and what they covered fails from then on', async () => {
      const approved = await approve(await ask());
      advanceClock({ hours: 1 });
      const { exception } = await owner().withdrawException(
        GORGIAS,
        approved,
        'The token came.',
      );
      expect(exception).toMatchObject({
        status: 'withdrawn',
        decidedBy: OWNER,
        decisionReason: 'The token came.',
      });
      expect(await verdict()).toMatchObject({
        status: 'failing',
        since: '2026-11-24T10:00:00.000Z',
        dueAt: '2026-12-01T10:00:00.000Z',
      });
    });

    it('are withdrawn by who may approve', async () => {
      const { exception } = await admin().withdrawException(
        GORGIAS,
        await ask(),
        'Not needed.',
      );
      expect(exception.status).toBe('withdrawn');
    });

    it('stay in force while they are being extended, and are replaced then', async () => {
      const first = await approve(await ask());
      await expect(
        owner().extendException(GORGIAS, first, {
          until: NEXT_WEEK,
          reason: 'Late.',
        }),
      ).rejects.toMatchObject(refused(400, 'until: is not later'));
      const { exception: more } = await owner().extendException(
        GORGIAS,
        first,
        { until: NEXT_MONTH, reason: 'It is late.' },
      );
      expect(more).toMatchObject({
        status: 'requested',
        until: NEXT_MONTH,
        requestedBy: OWNER,
      });
      expect(more.id).not.toBe(first.id);
      expect((await verdict()).exceptionId).toBe(first.id);
      await expect(
        admin().extendException(GORGIAS, first, {
          until: NEXT_MONTH,
          reason: 'It is late.',
        }),
      ).rejects.toMatchObject(refused(409, 'has asked for it to last until'));
      await expect(approve(more, OWNER)).rejects.toMatchObject(
        refused(403, 'the two-person rule'),
      );

      await approve(more);
      expect(await verdict()).toMatchObject({
        status: 'exempt',
        since: NOW,
        exceptionId: more.id,
      });
      expect((await list()).find(({ id }) => id === first.id)).toMatchObject({
        status: 'lapsed',
        lapsedBecause: expect.stringContaining(
          'extended until 2026-12-24 09:00 UTC',
        ),
      });
    });

    it('lapse by their date, without a sync', async () => {
      await approve(await ask());
      jest.setSystemTime(Date.parse(NEXT_WEEK) - 1);
      await evaluateDue();
      expect((await list())[0].status).toBe('approved');
      jest.setSystemTime(Date.parse(NEXT_WEEK));
      await evaluateDue();
      expect((await list())[0]).toMatchObject({
        status: 'lapsed',
        lapsedAt: NEXT_WEEK,
        lapsedBecause: 'its end came on 2026-12-01 09:00 UTC',
      });
      await gorgias.sync();
      expect(await verdict()).toMatchObject({
        status: 'failing',
        since: NEXT_WEEK,
      });
    });

    it('can’t be approved after their date', async () => {
      const asked = await ask();
      jest.setSystemTime(Date.parse(NEXT_WEEK));
      await expect(approve(asked)).rejects.toMatchObject(
        refused(409, "can't be approved: it is lapsed, because its end came"),
      );
      // What has ended is not in the way.
      await ask({ until: NEXT_MONTH });
    });

    it.each<[string, object, string]>([
      ['the role grew', { role: 'admin' }, 'grew from Basic to Admin'],
      ['2FA came', { has_2fa_enabled: true }, 'was turned on'],
      ['the single sign-on came', { sso: 'google' }, 'none to google'],
    ])('lapse when %s', async (_, change, because) => {
      await approve(await ask());
      await changeUser(change);
      await gorgias.sync();
      expect((await list())[0]).toMatchObject({
        status: 'lapsed',
        lapsedBecause: expect.stringContaining(because),
      });
      expect((await verdict()).status).not.toBe('exempt');
    });

    it('stay when the role shrinks, and when Gorgias does not tell for once', async () => {
      await approve(await ask());
      await changeUser({ role: 'observer-agent' });
      await gorgias.sync();
      expect((await verdict()).status).toBe('exempt');
      await changeUser({ has_2fa_enabled: null });
      await gorgias.sync();
      expect((await verdict()).status).toBe('unknown');
      await changeUser({ has_2fa_enabled: false });
      await gorgias.sync();
      expect((await verdict()).status).toBe('exempt');
    });

    it('lapse when the person leaves', async () => {
      await approve(await ask());
      const sam = gorgias.catalog.entities.find(
        ({ metadata }) => metadata.name === 'sam.rivers',
      )!;
      sam.metadata.annotations = { 'acme.example/offboarded-on': '2026-11-23' };
      await gorgias.sync();
      expect((await list())[0].lapsedBecause).toBe('the person was offboarded');
      expect((await verdict()).status).toBe('failing');
    });

    it('lapse when somebody who left comes back', async () => {
      await approve(
        await ask({
          accountId: TOMASZ,
          checkId: 'offboarded-access-removed',
          reason: 'Needed for the handover.',
        }),
      );
      const check = () => verdict(TOMASZ, 'offboarded-access-removed');
      expect((await check()).status).toBe('exempt');
      const tomasz = gorgias.catalog.entities.find(
        ({ metadata }) => metadata.name === 'tomasz.kowalski',
      )!;
      tomasz.metadata.annotations = {};
      await gorgias.sync();
      expect((await check()).status).toBe('passing');
      expect((await list())[0].lapsedBecause).toBe('the person came back');
    });

    it('are stale with the facts, never passing', async () => {
      await approve(await ask());
      advanceClock({ hours: 3 });
      expect(await verdict()).toMatchObject({
        status: 'stale',
        ground: expect.stringContaining('this was exempt'),
      });
    });

    it('are listed by account, check and status, newest first', async () => {
      const sams = await approve(await ask());
      advanceClock({ minutes: 1 });
      const elenas = await ask({ accountId: ELENA, checkId: 'access-valid' });
      const ids = async (
        filter: Parameters<ReturnType<typeof admin>['listExceptions']>[1],
      ) => {
        const page = await admin().listExceptions(GORGIAS, filter);
        return page.items.map(({ id }) => id);
      };
      expect(await ids({})).toEqual([elenas.id, sams.id]);
      expect(await ids({ accountId: SAM })).toEqual([sams.id]);
      expect(await ids({ checkId: 'access-valid' })).toEqual([elenas.id]);
      expect(await ids({ status: 'approved' })).toEqual([sams.id]);
      const page = await admin().listExceptions(GORGIAS, { limit: 1 });
      expect(page).toMatchObject({ totalItems: 2 });
      expect(await ids({ limit: 1, cursor: page.nextCursor })).toEqual([
        sams.id,
      ]);
    });

    it('are in the history with who did what, and audited', async () => {
      const asked = await ask();
      const approved = await approve(asked);
      await owner().withdrawException(GORGIAS, approved, 'The token came.');
      const { items } = await admin().listHistory(GORGIAS, {
        kind: 'exception',
        accountId: SAM,
        staffRef: 'user:default/sam.rivers',
      });
      expect(items).toMatchObject([
        {
          by: OWNER,
          checkId: 'mfa-enabled',
          before: { id: asked.id, status: 'approved' },
          after: { status: 'withdrawn', decisionReason: 'The token came.' },
        },
        {
          by: ADMIN,
          before: { status: 'requested' },
          after: { status: 'approved', decidedBy: ADMIN },
        },
        {
          by: OWNER,
          before: null,
          after: { id: asked.id, status: 'requested', until: NEXT_WEEK },
        },
      ]);
      expect(audits()).toMatchObject([
        {
          eventId: 'exception-request',
          meta: {
            entityRef: GORGIAS,
            before: null,
            after: { accountId: SAM, status: 'requested', twoPersonRule: true },
          },
        },
        {
          eventId: 'exception-approve',
          severityLevel: 'high',
          meta: {
            exceptionId: asked.id,
            before: { status: 'requested', requestedBy: OWNER },
            after: { status: 'approved', twoPersonRule: true },
          },
        },
        {
          eventId: 'exception-withdraw',
          meta: {
            before: { status: 'approved' },
            after: { status: 'withdrawn', decisionReason: 'The token came.' },
          },
        },
      ]);
    });

    it('that do not exist can’t be decided about', async () => {
      await expect(
        admin().approveException(GORGIAS, { id: 'none', etag: 'none' }),
      ).rejects.toMatchObject({ statusCode: 404 });
    });
  });

  it('can be approved by who asked where the rule is off, which is recorded', async () => {
    await start({ exceptions: { twoPersonRule: false } });
    const asked = await ask({
      by: ADMIN,
      accountId: IVY,
      checkId: 'access-valid',
    });
    expect(asked.twoPersonRule).toBe(false);
    expect(await approve(asked)).toMatchObject({
      status: 'approved',
      decidedBy: ADMIN,
      twoPersonRule: false,
    });
    expect(audits().map(({ meta }) => (meta as any).after)).toMatchObject([
      { twoPersonRule: false },
      { twoPersonRule: false },
    ]);
  });

  it('end no later than configured', async () => {
    await start({ exceptions: { maxDays: 7 } });
    await expect(
      ask({ until: '2026-12-01T09:00:00.001Z' }),
    ).rejects.toMatchObject(refused(400, 'more than 7 days'));
    await ask();
  });
});
