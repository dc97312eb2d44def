import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  AUDITOR,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

describe.each(databaseIds)('an auditor on %s', id => {
  const auditor = mockServices.auditor.mock();
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    auditor.createEvent.mockReset().mockResolvedValue({
      success: async () => undefined,
      fail: async () => undefined,
    });
    setClock('2026-11-24T09:00:00Z');
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [auditor.factory],
    });
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const looks = () =>
    auditor.createEvent.mock.calls
      .map(([event]) => event)
      .filter(({ eventId }) => eventId.startsWith('evidence'));

  const exportEvidence = async (from: string, to: string) => {
    const answer = await fetch(
      `${gorgias.baseUrl}/systems/resource/default/gorgias/evidence.zip?from=${from}&to=${to}`,
      { headers: { authorization: mockCredentials.user.header(AUDITOR) } },
    );
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
  };

  it('finds the systems there is evidence of', async () => {
    const nadia = gorgias.as(AUDITOR);
    expect(await nadia.listEvidenceSystems()).toEqual({
      items: [{ entityRef: GORGIAS, title: 'Gorgias' }],
    });
    await expect(nadia.getSystem(GORGIAS)).rejects.toThrow(/403 Forbidden/);
  });

  it('is told what evidence there is', async () => {
    const nadia = gorgias.as(AUDITOR);
    expect(await nadia.getEvidence(GORGIAS)).toMatchObject({
      entityRef: GORGIAS,
      title: 'Gorgias',
      knownSince: '2026-11-24T09:00:00.000Z',
      entries: expect.arrayContaining([
        { kind: 'critical-system', count: 1, lastAt: expect.any(String) },
      ]),
      head: null,
      exports: [],
      mayExport: true,
    });
    const { unsigned, entries } = await nadia.getEvidence(GORGIAS);
    const ofSystem = entries.reduce((sum, { count }) => sum + count, 0);
    expect(unsigned).toBeGreaterThanOrEqual(ofSystem);
    const counts = entries.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));

    await gorgias.scheduler.triggerTask('ledger');
    expect(await nadia.getEvidence(GORGIAS)).toMatchObject({
      head: { sequence: unsigned, signedAt: '2026-11-24T09:00:00.000Z' },
      unsigned: 0,
    });

    advanceClock({ hours: 1 });
    const period = {
      from: '2026-11-24T09:00:00.000Z',
      to: '2026-11-24T10:00:00.000Z',
    };
    await exportEvidence(period.from, period.to);
    expect((await nadia.getEvidence(GORGIAS)).exports).toEqual([
      {
        at: '2026-11-24T10:00:00.000Z',
        by: AUDITOR,
        what: 'evidence.zip',
        period,
      },
    ]);
  });

  it('is audited at each look', async () => {
    const nadia = gorgias.as(AUDITOR);
    const at = '2026-11-24T09:00:00.000Z';
    await nadia.getEvidence(GORGIAS);
    await nadia.listPopulation(GORGIAS, { at });
    await exportEvidence(at, at);
    expect(looks()).toMatchObject([
      {
        eventId: 'evidence-read',
        meta: { entityRef: GORGIAS, what: 'overview' },
      },
      {
        eventId: 'evidence-read',
        meta: { entityRef: GORGIAS, what: 'population', at },
      },
      {
        eventId: 'evidence-export',
        meta: { entityRef: GORGIAS, from: at, to: at },
      },
    ]);
  });
});
