import { createBackendModule } from '@backstage/backend-plugin-api';
import { gorgiasIdentityExtensionPoint } from 'backstage-plugin-gorgias-node';

/** An example: knows people by the employee number at the end of the account's name, such as "Night Shift (4711)". */
export const employeeNumbers = createBackendModule({
  pluginId: 'gorgias',
  moduleId: 'employee-numbers',
  register(env) {
    env.registerInit({
      deps: { identity: gorgiasIdentityExtensionPoint },
      async init({ identity }) {
        identity.addIdentityMatcher({
          id: 'employee-number',
          async match(accounts, staff) {
            const byNumber = new Map(
              staff.map(({ uid, entityRef }) => [uid, entityRef]),
            );
            return accounts.flatMap(({ id: accountId, name }) => {
              const number = /\((\d+)\)$/.exec(name ?? '')?.[1];
              const staffRef = number && byNumber.get(number);
              return staffRef
                ? [
                    {
                      accountId,
                      staffRef,
                      reason: `Employee number ${number}.`,
                    },
                  ]
                : [];
            });
          },
        });
      },
    });
  },
});
