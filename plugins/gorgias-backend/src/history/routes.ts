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
import { withAccountNames } from './accountNames';
import { readHistoryFilter } from './filter';

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
    const { stores } = database;
    const { entries, total } = await stores.history.list(
      entityRef,
      readHistoryFilter(req.query as HistoryFilter),
      position,
    );
    const items = await withAccountNames(stores, entityRef, entries);
    res.json(toPage(items, total, position) satisfies Page<HistoryEntry>);
  });
}
