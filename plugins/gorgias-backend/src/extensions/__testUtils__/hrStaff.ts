import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  gorgiasStaffExtensionPoint,
  StaffReading,
} from 'backstage-plugin-gorgias-node';
import { z } from 'zod';

const peopleSchema = z.object({
  complete: z.literal(true),
  people: z.array(
    z.object({
      number: z.string(),
      user: z.string(),
      name: z.string(),
      email: z.string(),
      department: z.string(),
      leftOn: z.iso.date().optional(),
    }),
  ),
});

/** An example: reads staff from an HR system that answers with JSON. */
export const hrStaff = (url: string) =>
  createBackendModule({
    pluginId: 'gorgias',
    moduleId: 'hr-staff',
    register(env) {
      env.registerInit({
        deps: { staff: gorgiasStaffExtensionPoint },
        async init({ staff }) {
          staff.setStaffSource({ read: () => readPeople(url) });
        },
      });
    },
  });

async function readPeople(url: string): Promise<StaffReading> {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`The HR system answered with ${answer.status}`);
  }
  const { people } = peopleSchema.parse(await answer.json());
  const roleOf = (department: string) => `group:default/${department}`;
  return {
    staff: people.map(person => ({
      entityRef: `user:default/${person.user}`,
      displayName: person.name,
      // Stays when the person is renamed.
      uid: person.number,
      emails: [person.email],
      orgRoles: [roleOf(person.department)],
      offboarded: person.leftOn
        ? { since: `${person.leftOn}T00:00:00.000Z` }
        : false,
    })),
    orgRoles: [...new Set(people.map(({ department }) => roleOf(department)))],
    uidsTellPeopleApart: true,
  };
}
