import { EntityStatusItem } from '@backstage/catalog-model/alpha';
import { SystemListItem, VerdictStatus } from 'backstage-plugin-gorgias-common';

/** The type of our status items. */
const ACCESS_STATUS_TYPE = 'gorgias.com/access';

/** What is said of an entity while nobody can say how its system stands. */
export const UNKNOWN_ACCESS: EntityStatusItem = {
  type: ACCESS_STATUS_TYPE,
  level: 'warning',
  message:
    'How the access stands is not known: the Gorgias plugin does not answer.',
};

const SAYS: Record<VerdictStatus, string> = {
  passing: 'Access passes all checks.',
  failing: 'Access fails at least one check.',
  exempt: 'Access fails at least one check, and exceptions cover what fails.',
  unknown: 'Gorgias does not tell enough to judge the access.',
  stale: 'What was read is too old to judge the access by.',
  'not-configured': 'Something has to be set up before access can be judged.',
  'not-applicable': 'There is nothing to judge the access by.',
};

/**
 * Says how a system stands, without anybody's name and without a number, since
 * a number of one is a person.
 */
export function accessStatus({
  status,
  freshness,
}: Pick<SystemListItem, 'status' | 'freshness'>): EntityStatusItem {
  const read = freshness.factsAt
    ? `Read from Gorgias at ${freshness.factsAt}.`
    : 'Nothing was read from Gorgias yet.';
  return {
    type: ACCESS_STATUS_TYPE,
    level: levelOf(status),
    message: `${SAYS[status]} ${read}`,
  };
}

/** Whoever looks at nothing but the level must not take anything else for passing. */
function levelOf(status: VerdictStatus): EntityStatusItem['level'] {
  switch (status) {
    case 'passing':
      return 'info';
    case 'failing':
      return 'error';
    default:
      return 'warning';
  }
}
