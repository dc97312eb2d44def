import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  gorgiasStaffExtensionPoint,
  StaffRecord,
} from 'backstage-plugin-gorgias-node';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const ROBIN: StaffRecord = {
  entityRef: 'user:hr/robin.achterberg',
  displayName: 'Robin Achterberg',
  emails: ['contractor@freelance.example'],
  orgRoles: ['group:hr/contractors'],
  offboarded: false,
};

/** A module that reads staff from a list of its own. */
function hrModule(moduleId: string, robin: object = ROBIN) {
  return createBackendModule({
    pluginId: 'gorgias',
    moduleId,
    register(env) {
      env.registerInit({
        deps: { staff: gorgiasStaffExtensionPoint },
        async init({ staff }) {
          staff.setStaffSource({
            read: async () => ({
              staff: [robin as StaffRecord],
              orgRoles: ['group:hr/contractors'],
            }),
          });
        },
      });
    },
  });
}

describe('the staff extension point', () => {
  let gorgias: RunningGorgias | undefined;

  afterEach(() => gorgias?.stop());

  it('replaces the catalog as the source of staff members', async () => {
    gorgias = await startGorgias({ features: [hrModule('hr')] });
    await gorgias.connect();
    const { items } = await gorgias
      .as(ADMIN)
      .listAccounts(GORGIAS, { limit: 100 });
    const identified = items.filter(
      row => row.identity.type === 'staff-member',
    );
    expect(identified.map(row => row.identity)).toEqual([
      {
        type: 'staff-member',
        staffRef: 'user:hr/robin.achterberg',
        displayName: 'Robin Achterberg',
        staffState: 'current',
        ground: 'The e-mail address contractor@freelance.example is theirs.',
        groundParts: [
          {
            id: 'identity.theirAddress',
            params: { email: 'contractor@freelance.example' },
          },
        ],
      },
    ]);
  });

  it('stops the backend when two modules want to be the source', async () => {
    await expect(
      startGorgias({ features: [hrModule('hr'), hrModule('payroll')] }),
    ).rejects.toThrow(/staff source was set already, by another module/);
  });

  it.each([
    [
      { entityRef: 'robin' },
      'staff.0.entityRef: is not an entity reference like user:default/sam.rivers',
    ],
    [
      { emails: 'contractor@freelance.example' },
      'staff.0.emails: Invalid input: expected array, received string',
    ],
    [
      { offboarded: { since: '24.11.2026' } },
      'staff.0.offboarded.since: is not a time in UTC like 2026-11-24T09:00:00.000Z',
    ],
  ])('has a sync fail that says why when it tells %j', async (bad, problem) => {
    gorgias = await startGorgias({
      features: [hrModule('hr', { ...ROBIN, ...bad })],
    });
    await gorgias.connect();
    const { sync } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(sync.last).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining(problem),
    });
  });
});
