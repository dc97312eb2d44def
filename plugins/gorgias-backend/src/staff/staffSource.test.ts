import { createBackendModule } from '@backstage/backend-plugin-api';
import { gorgiasStaffExtensionPoint } from 'backstage-plugin-gorgias-node';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

/** A module that reads staff from a list of its own. */
function hrModule(moduleId: string) {
  return createBackendModule({
    pluginId: 'gorgias',
    moduleId,
    register(env) {
      env.registerInit({
        deps: { staff: gorgiasStaffExtensionPoint },
        async init({ staff }) {
          staff.setStaffSource({
            read: async () => ({
              staff: [
                {
                  entityRef: 'user:hr/robin.achterberg',
                  displayName: 'Robin Achterberg',
                  emails: ['contractor@freelance.example'],
                  orgRoles: ['group:hr/contractors'],
                  offboarded: false,
                },
              ],
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
});
