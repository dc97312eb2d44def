import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  Page,
  SyncNowResponse,
  SyncRun,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { GorgiasDatabase } from '../database';
import { readPagePosition, toPage } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { toSyncRun } from './SyncRunStore';

/** Asking for sync runs, and their history. */
export function addSyncRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    now: () => Date;
  },
): void {
  const { access, auditor, database, entities, now } = deps;

  router.post('/systems/:kind/:namespace/:name/sync', async (req, res) => {
    const { userEntityRef, credentials } = await access.toChange(req);
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
          now().toISOString(),
          userEntityRef,
        ),
    );
    res.status(202).json({ run: toSyncRun(run) } satisfies SyncNowResponse);
  });

  router.get('/systems/:kind/:namespace/:name/sync-runs', async (req, res) => {
    const { credentials } = await access.toRead(req);
    const { entityRef } = await entities.get(req.params, credentials);
    const position = readPagePosition(req.query);
    const connection = await database.stores.connections.findByEntity(
      entityRef,
    );
    const { runs, total } = connection
      ? await database.stores.syncRuns.list(connection.id, position)
      : { runs: [], total: 0 };
    res.json(toPage(runs, total, position) satisfies Page<SyncRun>);
  });
}
