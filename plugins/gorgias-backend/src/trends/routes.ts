import {
  gorgiasAccountReadPermission,
  gorgiasReadPermission,
  OffboardedPerson,
  SystemTrends,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { loadOffboarded } from '../offboarding/changeRevocation';
import { timeToRevoke } from '../offboarding/timeToRevoke';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { asItEnded, dayOf, startOf } from './verdictDays';

const DEFAULT_DAYS = 90;

/** How a system stood over some time. */
export function addTrendRoutes(
  router: Router,
  deps: {
    access: Access;
    clock: Clock;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    evaluator: Evaluator;
    /** How long removing the access of somebody who left may take. */
    revokeWithinDays: number;
  },
): void {
  const { access, clock, database, entities, evaluator } = deps;
  const { revokeWithinDays } = deps;

  router.get('/systems/:kind/:namespace/:name/trends', async (req, res) => {
    const { credentials } = await access.toSystem(req, gorgiasReadPermission);
    const { entityRef } = await entities.get(req.params, credentials);
    // When somebody's access was removed tells colleagues who that was.
    const [mayReadAccounts] = await access.allowed(
      credentials,
      gorgiasAccountReadPermission,
      [entityRef],
    );
    const now = clock.now().toISOString();
    const from = dayOf(now, Number(req.query.days ?? DEFAULT_DAYS) - 1);
    const trends = await database.read(
      async (stores): Promise<SystemTrends> => {
        const days = await stores.trends.list(entityRef, from);
        const people = await loadOffboarded(stores, {
          evaluator,
          revokeWithinDays,
          entityRef,
          now,
        });
        return {
          days: days.map(day => asItEnded(day, now)),
          timeToRevoke: timeToRevoke(people),
          revokeWithinDays,
          revocations: mayReadAccounts
            ? revocationsSince(startOf(from), people)
            : [],
        };
      },
    );
    res.json(trends);
  });
}

/** When access was removed, and how long after leaving; oldest first. */
function revocationsSince(
  from: string,
  people: readonly OffboardedPerson[],
): SystemTrends['revocations'] {
  return people
    .flatMap(({ removedAt, tookSeconds }) =>
      removedAt !== null && tookSeconds !== null && removedAt >= from
        ? [{ removedAt, tookSeconds }]
        : [],
    )
    .sort((a, b) => (a.removedAt < b.removedAt ? -1 : 1));
}
