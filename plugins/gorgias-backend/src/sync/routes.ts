import { AuditorService } from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  gorgiasAccountReadPermission,
  gorgiasAdminPermission,
  gorgiasReadPermission,
  Page,
  SyncNowResponse,
  SyncRun,
} from 'backstage-plugin-gorgias-common';
import { Request, Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { readPagePosition, toPage } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { decideHeldRun } from './decideHeldRun';
import { toSyncRun, withoutNames } from './SyncRunStore';

const PATH = '/systems/:kind/:namespace/:name';

/** Asking for sync runs, their history, and deciding about those that were held. */
export function addSyncRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    clock: Clock;
  },
): void {
  const { access, auditor, database, entities, clock } = deps;

  router.post(`${PATH}/sync`, async (req, res) => {
    const { userEntityRef, credentials } = await access.toSystem(
      req,
      gorgiasAdminPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const connection = await database.stores.connections.findByEntity(
      entityRef,
    );
    if (connection?.state !== 'connected') {
      throw new ConflictError(
        `${entityRef} is not connected to Gorgias; connect it first`,
      );
    }
    const run = await audited(
      auditor,
      { eventId: 'sync-request', request: req, meta: { entityRef } },
      () =>
        database.stores.syncRuns.request(
          connection.id,
          'manual',
          clock.now().toISOString(),
          userEntityRef,
        ),
    );
    res.status(202).json({ run: toSyncRun(run) } satisfies SyncNowResponse);
  });

  router.get(`${PATH}/sync-runs`, async (req, res) => {
    const { credentials } = await access.toSystem(req, gorgiasReadPermission);
    const { entityRef } = await entities.get(req.params, credentials);
    const position = readPagePosition(req.query);
    const connection = await database.stores.connections.findByEntity(
      entityRef,
    );
    const { runs, total } = connection
      ? await database.stores.syncRuns.list(connection.id, position)
      : { runs: [], total: 0 };
    const [mayReadAccounts] = await access.allowed(
      credentials,
      gorgiasAccountReadPermission,
      [entityRef],
    );
    res.json(
      toPage(
        mayReadAccounts ? runs : runs.map(withoutNames),
        total,
        position,
      ) satisfies Page<SyncRun>,
    );
  });

  const decide = async (
    req: Request<CompoundEntityRef & { runId: string }>,
    decision: 'accepted' | 'discarded',
  ) => {
    const { userEntityRef, credentials } = await access.toSystem(
      req,
      gorgiasAdminPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const connection = await database.stores.connections.findByEntity(
      entityRef,
    );
    if (!connection) {
      throw new NotFoundError(`${entityRef} is not connected to Gorgias`);
    }
    const { runId } = req.params;
    const run = await audited(
      auditor,
      {
        eventId: 'held-run-decide',
        severityLevel: 'high',
        request: req,
        meta: { entityRef, runId, decision },
      },
      () =>
        database.transaction(stores =>
          decideHeldRun(stores, connection, {
            runId,
            decision,
            by: userEntityRef,
            at: clock.now().toISOString(),
          }),
        ),
    );
    return { run: toSyncRun(run) } satisfies SyncNowResponse;
  };

  router.post(`${PATH}/sync-runs/:runId/accept`, async (req, res) => {
    res.status(202).json(await decide(req, 'accepted'));
  });

  router.post(`${PATH}/sync-runs/:runId/discard`, async (req, res) => {
    res.json(await decide(req, 'discarded'));
  });
}
