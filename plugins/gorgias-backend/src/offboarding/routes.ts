import { AuditorService } from '@backstage/backend-plugin-api';
import {
  gorgiasAccountReadPermission,
  gorgiasClassifyPermission,
  OffboardedFilter,
  OffboardedPage,
  PutRevocationRequest,
} from 'backstage-plugin-gorgias-common';
import { Request, Router } from 'express';
import { Access, SystemCaller } from '../access';
import { audited } from '../audit';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { ifMatch } from '../etags';
import { pageOf, readPagePosition } from '../pagination';
import { readProof } from '../staff/readStatement';
import { staffRefOf } from '../staff/routes';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { changeRevocation, loadOffboarded } from './changeRevocation';
import { filterPeople } from './filterPeople';
import { countByStatus, timeToRevoke } from './timeToRevoke';

const PEOPLE = '/systems/:kind/:namespace/:name/people';
const REVOCATION = `${PEOPLE}/:staffKind/:staffNamespace/:staffName/revocation`;

/** The people who left, and saying that their access was removed. */
export function addOffboardingRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    clock: Clock;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    evaluator: Evaluator;
    /** How long removing the access of somebody who left may take. */
    revokeWithinDays: number;
  },
): void {
  const { access, auditor, clock, database, entities, evaluator } = deps;
  const contextOf = (entityRef: string) => ({
    evaluator,
    revokeWithinDays: deps.revokeWithinDays,
    entityRef,
    now: clock.now().toISOString(),
  });

  router.get(PEOPLE, async (req, res) => {
    const { credentials } = await access.toSystem(
      req,
      gorgiasAccountReadPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const people = await database.read(stores =>
      loadOffboarded(stores, contextOf(entityRef)),
    );
    res.json({
      ...pageOf(
        filterPeople(people, req.query as OffboardedFilter),
        readPagePosition(req.query),
      ),
      // Of all of them, so that they stay while the list is narrowed.
      counts: countByStatus(people),
      timeToRevoke: timeToRevoke(people),
    } satisfies OffboardedPage);
  });

  router.put(REVOCATION, async (req, res) => {
    const caller = await access.toSystem(req, gorgiasClassifyPermission);
    const { proof } = req.body as PutRevocationRequest;
    await change(req, caller, readProof(proof));
    res.status(204).end();
  });

  router.delete(REVOCATION, async (req, res) => {
    const caller = await access.toSystem(req, gorgiasClassifyPermission);
    await change(req, caller);
    res.status(204).end();
  });

  async function change(
    req: Request<any>,
    { credentials, userEntityRef }: SystemCaller,
    proof?: string,
  ): Promise<void> {
    const { entityRef } = await entities.get(req.params, credentials);
    const staffRef = staffRefOf(req.params);
    const etag = ifMatch(req);
    const revocations = await database.stores.revocations.list(entityRef);
    await audited(
      auditor,
      {
        eventId: proof === undefined ? 'revocation-undo' : 'revocation-state',
        severityLevel: 'medium',
        request: req,
        meta: {
          entityRef,
          staffRef,
          before: revocations.get(staffRef)?.proof ?? null,
          after: proof ?? null,
        },
      },
      () =>
        database.transaction(stores =>
          changeRevocation(stores, proof, {
            ...contextOf(entityRef),
            staffRef,
            etag,
            by: userEntityRef,
          }),
        ),
    );
  }
}
