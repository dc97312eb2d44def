import { mockServices } from '@backstage/backend-test-utils';
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
const IN_AN_HOUR = '2026-11-24T10:00:00.000Z';
const LEFT = '2026-11-20T17:00:00.000Z';
const SAM = 'user:default/sam.rivers';
const UID = 'backstage.io/ldap-uuid';

describe.each(databaseIds)('staff over time on %s', id => {
  const auditor = mockServices.auditor.mock();
  let gorgias: RunningGorgias;

  const start = async (staff: object = {}) => {
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [auditor.factory],
      config: { staff },
    });
    gorgias.catalog.entities
      .filter(({ kind }) => kind === 'User')
      .forEach(({ metadata }) => {
        metadata.annotations = {
          ...metadata.annotations,
          [UID]: `uid of ${metadata.name}`,
        };
      });
    await gorgias.connect();
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
  const sam = () => admin().getStaffMember(SAM);
  const entityOf = (name: string) =>
    gorgias.catalog.entities.find(({ metadata }) => metadata.name === name)!;
  const syncInAnHour = async () => {
    advanceClock({ hours: 1 });
    await gorgias.sync();
  };
  const account = async (name: string) =>
    (await admin().listAccounts(GORGIAS, { limit: 100 })).items.find(
      row => row.name === name,
    )!;
  const offboarded = async (name: string) =>
    (await account(name)).verdicts.find(
      ({ checkId }) => checkId === 'offboarded-access-removed',
    )!;
  const history = async (staffRef: string) =>
    (await admin().listHistory(GORGIAS, { staffRef, kind: 'staff' })).items;
  const stateThatSamLeft = async () =>
    admin().putOffboarding(SAM, {
      offboardedAt: LEFT,
      proof: 'HR-12',
      etag: (await sam()).etag,
    });
  const refused = (statusCode: number, message: string) => ({
    statusCode,
    body: { error: { message: expect.stringContaining(message) } },
  });

  it('tells what is known of somebody', async () => {
    await start();
    expect(await sam()).toEqual({
      staffRef: SAM,
      displayName: 'Sam Rivers',
      emails: ['sam.rivers@acme.example'],
      orgRoles: [
        'group:default/acme',
        'group:default/support',
        'group:default/support-tier-1',
      ],
      state: 'current',
      firstSeenAt: NOW,
      lastSeenAt: NOW,
      offboardedAt: null,
      offboardedGround: null,
      rehiredAt: null,
      etag: expect.any(String),
    });
    const { etag } = await sam();
    await syncInAnHour();
    expect(await sam()).toMatchObject({ lastSeenAt: IN_AN_HOUR, etag });
  });

  it('believes an admin that somebody has left, and judges by it at once', async () => {
    await start();
    expect((await offboarded('Sam Rivers')).status).toBe('passing');
    const read = await sam();
    const said = await stateThatSamLeft();
    expect(said).toEqual({
      ...read,
      state: 'offboarded',
      offboardedAt: LEFT,
      offboardedGround: 'manual',
      manualOffboarding: {
        offboardedAt: LEFT,
        proof: 'HR-12',
        by: ADMIN,
        at: NOW,
      },
      etag: expect.not.stringMatching(`^${read.etag}$`),
    });
    expect(await offboarded('Sam Rivers')).toMatchObject({
      status: 'failing',
      since: NOW,
      ground: expect.stringContaining(
        'left the organisation on 2026-11-20, as an admin says',
      ),
    });
    expect((await history(SAM))[0]).toMatchObject({
      by: ADMIN,
      before: { state: 'current', proof: null },
      after: { state: 'offboarded', offboardedAt: LEFT, proof: 'HR-12' },
    });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'staff-offboard',
        meta: {
          staffRef: SAM,
          before: expect.objectContaining({ state: 'current' }),
          after: { offboardedAt: LEFT, proof: 'HR-12' },
        },
      }),
    );
  });

  it('keeps to it through syncs, until it is taken back', async () => {
    await start();
    await stateThatSamLeft();
    await syncInAnHour();
    const said = await sam();
    expect(said).toMatchObject({
      state: 'offboarded',
      lastSeenAt: IN_AN_HOUR,
    });
    expect(await admin().deleteOffboarding(SAM, said.etag)).toMatchObject({
      state: 'current',
      offboardedAt: null,
      rehiredAt: null,
    });
    expect((await offboarded('Sam Rivers')).status).toBe('passing');
    expect((await history(SAM))[0]).toMatchObject({
      by: ADMIN,
      before: { state: 'offboarded', proof: 'HR-12' },
      after: { state: 'current', proof: null },
    });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'staff-offboard-undo' }),
    );
  });

  it('lets what an admin says be corrected', async () => {
    await start();
    const { etag } = await stateThatSamLeft();
    expect(
      await admin().putOffboarding(SAM, {
        offboardedAt: '2026-11-19T18:00:00+01:00',
        proof: ' HR-13 ',
        etag,
      }),
    ).toMatchObject({
      offboardedAt: '2026-11-19T17:00:00.000Z',
      manualOffboarding: { proof: 'HR-13' },
    });
  });

  it('outweighs the date of a mark, which counts again afterwards', async () => {
    await start({ offboarded: { annotation: 'acme.example/offboarded-on' } });
    const ref = 'user:default/tomasz.kowalski';
    const { etag } = await admin().getStaffMember(ref);
    const said = await admin().putOffboarding(ref, {
      offboardedAt: LEFT,
      proof: 'HR-14',
      etag,
    });
    expect(said).toMatchObject({ offboardedAt: LEFT });
    expect(await admin().deleteOffboarding(ref, said.etag)).toMatchObject({
      state: 'offboarded',
      offboardedAt: '2026-10-30T00:00:00.000Z',
      offboardedGround: 'mark',
    });
  });

  it('refuses what can not be', async () => {
    await start();
    const { etag } = await sam();
    const put = (differing: object) =>
      admin().putOffboarding(SAM, {
        offboardedAt: LEFT,
        proof: 'HR-12',
        etag,
        ...differing,
      });
    await expect(
      put({ offboardedAt: '2026-11-24T09:00:01.000Z' }),
    ).rejects.toMatchObject(refused(400, 'offboardedAt: lies in the future'));
    await expect(put({ offboardedAt: 'friday' })).rejects.toMatchObject(
      refused(400, 'offboardedAt'),
    );
    await expect(put({ proof: ' ' })).rejects.toMatchObject(
      refused(400, 'proof: is empty'),
    );
    await expect(put({ etag: 'another' })).rejects.toMatchObject(
      refused(409, 'somebody else has changed what is known of'),
    );
    await expect(admin().deleteOffboarding(SAM, etag)).rejects.toMatchObject(
      refused(404, 'nothing to take back'),
    );
    await expect(
      admin().getStaffMember('user:default/nobody'),
    ).rejects.toMatchObject(refused(404, 'There is no staff member'));
    await expect(
      gorgias.as(ENGINEER).getStaffMember(SAM),
    ).rejects.toMatchObject({ statusCode: 403 });
    await expect(
      gorgias.as(ENGINEER).putOffboarding(SAM, {
        offboardedAt: LEFT,
        proof: 'x',
        etag,
      }),
    ).rejects.toMatchObject({ statusCode: 403 });
    expect((await sam()).state).toBe('current');
  });

  it('loses nothing when two admins say something at once', async () => {
    await start();
    const { etag } = await sam();
    const answers = await Promise.allSettled(
      ['HR-1', 'HR-2', 'HR-3'].map(proof =>
        admin().putOffboarding(SAM, { offboardedAt: LEFT, proof, etag }),
      ),
    );
    const done = answers.filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual(
      Array(2).fill({
        status: 'rejected',
        reason: expect.objectContaining({ statusCode: 409 }),
      }),
    );
    expect(await sam()).toEqual((done[0] as any).value);
  });

  it('follows somebody who married, with all that was said', async () => {
    await start({ uidField: `metadata.annotations.${UID}` });
    await stateThatSamLeft();
    const entity = entityOf('sam.rivers');
    entity.metadata.name = 'sam.brook';
    entity.spec = {
      profile: {
        displayName: 'Sam Brook',
        email: 'sam.brook@acme.example',
      },
    };
    await syncInAnHour();
    const married = 'user:default/sam.brook';
    expect(await admin().getStaffMember(married)).toMatchObject({
      displayName: 'Sam Brook',
      firstSeenAt: NOW,
      state: 'offboarded',
      manualOffboarding: { proof: 'HR-12' },
    });
    await expect(sam()).rejects.toMatchObject({ statusCode: 404 });
    expect(await account('Sam Rivers')).toMatchObject({
      identity: { type: 'staff-member', staffRef: married },
    });
    for (const ref of [SAM, married]) {
      expect((await history(ref))[0]).toMatchObject({
        before: { entityRef: SAM },
        after: { entityRef: married },
      });
    }
  });

  it('does not take the next of a name for the one who left', async () => {
    await start({ uidField: `metadata.annotations.${UID}` });
    entityOf('sam.rivers').metadata.annotations![UID] = 'another';
    await syncInAnHour();
    expect(await sam()).toMatchObject({
      state: 'current',
      firstSeenAt: IN_AN_HOUR,
    });
    // Whose account that is nobody can say: it was the other's.
    const { identity } = await account('Sam Rivers');
    expect(identity).toMatchObject({
      type: 'unidentified',
      candidates: [SAM, expect.stringMatching(`^${SAM}~`)],
    });
    const former = 'candidates' in identity ? identity.candidates[1] : '';
    expect(await admin().getStaffMember(former)).toMatchObject({
      state: 'offboarded',
      offboardedGround: 'vanished',
      firstSeenAt: NOW,
    });
  });

  it('knows who left and came back', async () => {
    await start();
    const entity = entityOf('sam.rivers');
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      one => one !== entity,
    );
    await syncInAnHour();
    expect(await sam()).toMatchObject({
      state: 'offboarded',
      offboardedGround: 'vanished',
      offboardedAt: IN_AN_HOUR,
    });
    gorgias.catalog.entities = [...gorgias.catalog.entities, entity];
    await syncInAnHour();
    expect(await sam()).toMatchObject({
      state: 'current',
      offboardedAt: null,
      rehiredAt: '2026-11-24T11:00:00.000Z',
      firstSeenAt: NOW,
    });
    expect((await history(SAM)).map(({ after }) => after!.state)).toEqual([
      'current',
      'offboarded',
      'current',
    ]);
  });

  it.each([
    { orphaned: true, state: 'offboarded', offboardedGround: 'orphaned' },
    { orphaned: false, state: 'current', offboardedGround: null },
  ])(
    'takes orphans for $state where configured: $orphaned',
    async ({ orphaned, ...expected }) => {
      await start({ offboarded: { orphaned } });
      entityOf('sam.rivers').metadata.annotations!['backstage.io/orphan'] =
        'true';
      await syncInAnHour();
      expect(await sam()).toMatchObject(expected);
    },
  );
});
