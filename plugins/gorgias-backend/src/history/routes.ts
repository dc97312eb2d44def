import {
  gorgiasAccountReadPermission,
  HistoryEntry,
  HistoryFilter,
  Page,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { GorgiasDatabase } from '../database';
import { readPagePosition, toPage } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';

/** What changed in a system, per account, person and kind. */
export function addHistoryRoutes(
  router: Router,
  deps: {
    access: Access;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
  },
): void {
  const { access, database, entities } = deps;

  router.get('/systems/:kind/:namespace/:name/history', async (req, res) => {
    const { credentials } = await access.toSystem(
      req,
      gorgiasAccountReadPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const position = readPagePosition(req.query);
    const { entries, total } = await database.stores.history.list(
      entityRef,
      req.query as HistoryFilter,
      position,
    );
    res.json(toPage(entries, total, position) satisfies Page<HistoryEntry>);
  });
}
