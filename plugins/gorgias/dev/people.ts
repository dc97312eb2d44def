import {
  AccessException,
  IdentitySuggestion,
  OffboardedPerson,
} from 'backstage-plugin-gorgias-common';
import { minutesAgo } from '../src/__testUtils__/fixtures';
import {
  exception,
  offboardedPerson,
} from '../src/__testUtils__/peopleFixtures';

/** Somebody the front desk's account may be of. */
export const SUGGESTIONS: IdentitySuggestion[] = [
  {
    staffRef: 'user:default/frida.desmond',
    displayName: 'Frida Desmond',
    ground: 'The name is similar.',
  },
];

/** Those who left, each with another outcome. */
export function leavers(): OffboardedPerson[] {
  return [
    offboardedPerson({ usedAfterLeaving: true }),
    offboardedPerson({
      staffRef: 'user:default/rajesh.iyer',
      displayName: 'Rajesh Iyer',
      offboardedGround: 'vanished',
      status: 'revoked',
      removedAt: minutesAgo(60 * 24 * 9),
      tookSeconds: 60 * 60 * 26,
    }),
    offboardedPerson({
      staffRef: 'user:default/lena.fischer',
      displayName: 'Lena Fischer',
      status: 'not-found',
      accounts: [],
      dueAt: null,
    }),
  ];
}

/** One that waits, one in force, one that is over. */
export function exceptions(): AccessException[] {
  const decidedBy = 'user:default/ivy.nakamura';
  return [
    exception(),
    exception({ id: 'exception-2', status: 'approved', decidedBy }),
    exception({
      id: 'exception-3',
      status: 'lapsed',
      lapsedAt: minutesAgo(5),
      lapsedBecause: 'The Gorgias role has changed.',
    }),
  ];
}
