import {
  AuditorServiceCreateEventOptions,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

/** Five of the 22 active users, more than a fifth. */
const FIVE = ['410377402', '411805933', '413920518', '425043871', '428610275'];
const SIXTH = '433918250';

describe.each(databaseIds)('held runs on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  const audited: Array<{ event: object; outcome: string }> = [];

  const auditor = mockServices.auditor.mock({
    createEvent: async (event: AuditorServiceCreateEventOptions) => {
      const { eventId, meta, severityLevel } = event;
      const end = (outcome: string) => async () => {
        audited.push({ event: { eventId, meta, severityLevel }, outcome });
      };
      return { success: end('success'), fail: end('fail') };
    },
  });

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    audited.length = 0;
    knex = await databases.init(id);
    gorgias = await startGorgias({
      knex,
      features: [
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => auditor,
        }),
      ],
    });
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const admin = () => gorgias.as(ADMIN);
  const summary = () => admin().getSystem(GORGIAS);
  const tasks = async () =>
    (await summary()).pendingTasks.map(({ id: task }) => task);
  const runs = async () =>
    (await admin().listSyncRuns(GORGIAS)).items.map(run => [
      run.trigger,
      run.outcome,
      run.held?.decision,
    ]);
  const deleteUsers = async (...ids: string[]) => {
    for (const user of ids) {
      await gorgias.control('DELETE', `/accounts/acme/users/${user}`);
    }
  };
  const removeStaff = (...names: string[]) => {
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      ({ kind, metadata }) => kind !== 'User' || !names.includes(metadata.name),
    );
  };
  const staffNames = () =>
    gorgias.catalog.entities
      .filter(({ kind }) => kind === 'User')
      .map(({ metadata }) => metadata.name)
      .filter(name => !['ivy.nakamura', 'sam.rivers'].includes(name));
  const scheduled = async () => {
    advanceClock({ minutes: 15 });
    await gorgias.scheduler.triggerTask('request-sync');
    await gorgias.runRequested();
    return (await summary()).sync;
  };
  const held = async (): Promise<SyncRun> => (await summary()).sync.held!;
  /** All that is known of accounts and people, and judged of them. */
  const facts = async () => ({
    accounts: await knex('accounts').orderBy('account_id'),
    staff: await knex('staff_members').orderBy('entity_ref'),
    links: await knex('identity_links').orderBy('account_id'),
    verdicts: await knex('verdicts').orderBy([
      'check_id',
      'account_id',
      'entity_ref',
    ]),
    freshness: (await summary()).freshness.factsAt,
  });

  it('write nothing, and wait for an admin', async () => {
    const before = await facts();
    await deleteUsers(...FIVE);
    const { last, held: waiting } = await scheduled();
    expect(last).toMatchObject({
      trigger: 'schedule',
      outcome: 'held',
      finishedAt: '2026-11-24T09:15:00.000Z',
      held: {
        changes: [
          {
            source: 'gorgias',
            before: 22,
            gone: FIVE.map(ref => expect.objectContaining({ ref })),
          },
        ],
      },
    });
    expect(last).not.toHaveProperty('changes');
    expect(last!.held).not.toHaveProperty('decision');
    expect(last!.held!.changes[0].gone).toContainEqual({
      ref: '411805933',
      name: 'Sam Rivers',
      email: 'sam.rivers@acme.example',
    });
    expect(waiting).toEqual(last);
    expect(await facts()).toEqual(before);
    expect(await tasks()).toContain('review-held-run');
    expect(await admin().getHealth()).toMatchObject({
      status: 'degraded',
      systems: [{ entityRef: GORGIAS, held: true, lastOutcome: 'held' }],
    });
  });

  it('are not for a few, whoever they are', async () => {
    await deleteUsers(...FIVE.slice(1));
    expect((await scheduled()).last).toMatchObject({
      outcome: 'complete',
      changes: { gone: 4 },
    });
    expect((await summary()).sync.held).toBeNull();
  });

  it('are for so many who are gone at once, not one after the other', async () => {
    await deleteUsers(...FIVE.slice(2));
    expect((await scheduled()).last).toMatchObject({ outcome: 'complete' });
    await deleteUsers(...FIVE.slice(0, 2), SIXTH);
    expect((await scheduled()).last).toMatchObject({ outcome: 'complete' });
  });

  it('keep to the limits in the configuration', async () => {
    const strict = await startGorgias({
      knex,
      beside: gorgias,
      config: { sync: { massChange: { share: 0, minimum: 1 } } },
    });
    await deleteUsers(SIXTH);
    advanceClock({ minutes: 15 });
    await strict.sync();
    expect((await summary()).sync.last).toMatchObject({ outcome: 'held' });
    await strict.stop();
  });

  it('come back when they were discarded and Gorgias says the same', async () => {
    const before = await facts();
    await deleteUsers(...FIVE);
    await scheduled();
    const first = await held();
    const { run } = await admin().discardHeldRun(GORGIAS, first.id);
    expect(run).toMatchObject({
      id: first.id,
      outcome: 'held',
      held: {
        decision: 'discarded',
        decidedBy: ADMIN,
        decidedAt: '2026-11-24T09:15:00.000Z',
      },
    });
    expect((await summary()).sync).toMatchObject({ held: null, current: null });
    expect(await tasks()).not.toContain('review-held-run');

    expect((await scheduled()).last).toMatchObject({ outcome: 'held' });
    expect((await held()).id).not.toBe(first.id);
    expect(await facts()).toEqual(before);
  });

  it('are believed once an admin accepts, and Gorgias still says the same', async () => {
    await deleteUsers(...FIVE);
    await scheduled();
    const { id: heldId } = await held();
    const { run } = await admin().acceptHeldRun(GORGIAS, heldId);
    expect(run).toMatchObject({
      trigger: 'accepted',
      requestedBy: ADMIN,
      outcome: 'running',
    });
    expect(run.id).not.toBe(heldId);
    await gorgias.runRequested();
    const { sync, accounts } = await summary();
    expect(sync.last).toMatchObject({
      id: run.id,
      outcome: 'complete',
      changes: { added: 0, gone: 5 },
    });
    expect(sync.held).toBeNull();
    expect(accounts).toEqual({ active: 17, deactivated: 1, gone: 5 });
    expect(await tasks()).not.toContain('review-held-run');
    expect(await runs()).toEqual([
      ['accepted', 'complete', undefined],
      ['schedule', 'held', 'accepted'],
      ['connected', 'complete', undefined],
    ]);
  });

  it('are not believed beyond what was accepted', async () => {
    await deleteUsers(...FIVE);
    await scheduled();
    await admin().acceptHeldRun(GORGIAS, (await held()).id);
    const { users } = await (
      await gorgias.control('GET', '/accounts/acme')
    ).json();
    const five = users
      .filter((user: any) => user.active)
      .map((user: any) => String(user.id))
      .filter((user: string) => user !== '410200186')
      .slice(0, 5);
    await deleteUsers(...five);
    await gorgias.runRequested();
    const { last } = (await summary()).sync;
    expect(last).toMatchObject({ trigger: 'accepted', outcome: 'held' });
    expect(last!.held!.changes[0].gone).toHaveLength(10);
  });

  it('are not needed any more when everybody is back', async () => {
    const before = await facts();
    const removed = gorgias.catalog.entities;
    removeStaff(...staffNames().slice(0, 10));
    await scheduled();
    expect(await tasks()).toContain('review-held-run');
    const { id: heldId } = await held();
    gorgias.catalog.entities = removed;
    expect((await scheduled()).last).toMatchObject({
      outcome: 'complete',
      changes: { gone: 0 },
    });
    expect((await summary()).sync.held).toBeNull();
    expect((await facts()).staff.map(({ state }) => state)).toEqual(
      before.staff.map(({ state }) => state),
    );
    for (const decide of ['acceptHeldRun', 'discardHeldRun'] as const) {
      await expect(admin()[decide](GORGIAS, heldId)).rejects.toMatchObject({
        statusCode: 409,
        body: {
          error: {
            message: expect.stringContaining('does not wait for a decision'),
          },
        },
      });
    }
    expect(await runs()).toContainEqual(['schedule', 'held', 'superseded']);
  });

  it('can only be decided once, and only the newest', async () => {
    await deleteUsers(...FIVE);
    await scheduled();
    const { id: first } = await held();
    await scheduled();
    const { id: second } = await held();
    await expect(admin().acceptHeldRun(GORGIAS, first)).rejects.toMatchObject({
      statusCode: 409,
    });
    const both = await Promise.allSettled([
      admin().acceptHeldRun(GORGIAS, second),
      admin().discardHeldRun(GORGIAS, second),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(admin().acceptHeldRun(GORGIAS, 'no')).rejects.toMatchObject({
      statusCode: 409,
    });
  });

  it('are nothing for somebody without rights to decide', async () => {
    await deleteUsers(...FIVE);
    await scheduled();
    const { id: heldId } = await held();
    const engineer = gorgias.as(ENGINEER);
    for (const decide of ['acceptHeldRun', 'discardHeldRun'] as const) {
      await expect(engineer[decide](GORGIAS, heldId)).rejects.toMatchObject({
        statusCode: 403,
      });
    }
    expect((await held()).held).not.toHaveProperty('decision');
    expect((await engineer.getSystem(GORGIAS)).sync.held!.id).toBe(heldId);
    expect((await summary()).sync.current).toBeNull();
  });

  it('have every decision audited, those that came too late as well', async () => {
    await deleteUsers(...FIVE);
    await scheduled();
    const { id: runId } = await held();
    audited.length = 0;
    await admin().acceptHeldRun(GORGIAS, runId);
    await admin()
      .discardHeldRun(GORGIAS, runId)
      .catch(() => undefined);
    const event = (decision: string) => ({
      eventId: 'held-run-decide',
      severityLevel: 'high',
      meta: { entityRef: GORGIAS, runId, decision },
    });
    expect(audited).toEqual([
      { event: event('accepted'), outcome: 'success' },
      { event: event('discarded'), outcome: 'fail' },
    ]);
  });

  it('stay accepted when the run that was to believe it fails', async () => {
    await deleteUsers(...FIVE);
    await scheduled();
    await admin().acceptHeldRun(GORGIAS, (await held()).id);
    await gorgias.control('POST', '/accounts/acme/faults', {
      breakNext: { how: 'html', path: '/api/users' },
    });
    await gorgias.runRequested();
    expect((await summary()).sync.last).toMatchObject({ outcome: 'failed' });
    expect((await scheduled()).last).toMatchObject({
      trigger: 'schedule',
      outcome: 'complete',
      changes: { gone: 5 },
    });
  });

  it('are accepted for once, not for ever', async () => {
    await deleteUsers(...FIVE);
    await scheduled();
    await admin().acceptHeldRun(GORGIAS, (await held()).id);
    await gorgias.runRequested();
    // What was accepted of these people is no longer of use for anything.
    const accepted = (await knex('accounts').whereIn('account_id', FIVE)).map(
      ({ state }) => state,
    );
    expect(accepted).toEqual(Array(5).fill('gone'));
    await knex('accounts')
      .whereIn('account_id', FIVE)
      .update({ state: 'active', gone_at: null });
    expect((await scheduled()).last).toMatchObject({ outcome: 'held' });
  });

  it('can not be accepted while Gorgias is not connected, only discarded', async () => {
    await deleteUsers(...FIVE);
    await scheduled();
    const { id: heldId } = await held();
    await gorgias.control('POST', '/accounts/acme/revoke-grants');
    await gorgias.control('POST', '/accounts/acme/expire-tokens');
    await gorgias.sync();
    await expect(admin().acceptHeldRun(GORGIAS, heldId)).rejects.toMatchObject({
      statusCode: 409,
      body: {
        error: { message: expect.stringContaining('is not connected') },
      },
    });
    await admin().discardHeldRun(GORGIAS, heldId);
    expect((await summary()).sync.held).toBeNull();
  });

  it('keep a catalog from offboarding many at once, until that is accepted', async () => {
    const before = await facts();
    const names = staffNames().slice(0, 10);
    removeStaff(...names);
    const { last } = await scheduled();
    expect(last).toMatchObject({
      outcome: 'held',
      held: {
        changes: [
          {
            source: 'catalog',
            before: before.staff.filter(({ state }) => state === 'current')
              .length,
          },
        ],
      },
    });
    const current = before.staff.filter(({ state }) => state === 'current');
    expect(last!.held!.changes[0].gone.map(({ ref }) => ref).sort()).toEqual(
      names
        .map(name => `user:default/${name}`)
        .filter(ref => current.some(member => member.entity_ref === ref))
        .sort(),
    );
    expect(await facts()).toEqual(before);

    const { run } = await admin().acceptHeldRun(GORGIAS, last!.id);
    await gorgias.runRequested();
    expect((await summary()).sync.last).toMatchObject({
      id: run.id,
      outcome: 'complete',
    });
    const after = await facts();
    expect(after.staff.filter(({ state }) => state === 'current')).toHaveLength(
      current.length - last!.held!.changes[0].gone.length,
    );
  });

  it('name both when Gorgias and the catalog lose many at once', async () => {
    await deleteUsers(...FIVE);
    removeStaff(...staffNames().slice(0, 10));
    const { last } = await scheduled();
    expect(last!.held!.changes.map(({ source }) => source)).toEqual([
      'gorgias',
      'catalog',
    ]);
    await admin().acceptHeldRun(GORGIAS, last!.id);
    await gorgias.runRequested();
    expect((await summary()).sync.last).toMatchObject({ outcome: 'complete' });
  });

  it('are for marks too, when a catalog marks many as offboarded at once', async () => {
    for (const entity of gorgias.catalog.entities) {
      if (staffNames().slice(0, 12).includes(entity.metadata.name)) {
        entity.metadata.annotations = {
          ...entity.metadata.annotations,
          'acme.example/offboarded-on': '2026-11-20',
        };
      }
    }
    expect((await scheduled()).last).toMatchObject({ outcome: 'held' });
  });

  it('are not what an outage of the catalog leads to: the run fails', async () => {
    const before = await facts();
    gorgias.catalog.outage = new Error('Request failed with 503');
    removeStaff(...staffNames().slice(0, 10));
    expect(await scheduled()).toMatchObject({
      last: {
        outcome: 'failed',
        error: expect.stringContaining('Request failed with 503'),
      },
      held: null,
    });
    expect(await facts()).toEqual(before);
  });
});
