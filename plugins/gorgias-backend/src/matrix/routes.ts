import { staleStatus } from 'backstage-plugin-gorgias-checks';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AccessMatrix,
  gorgiasAccountReadPermission,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { GorgiasDatabase, Stores } from '../database';
import { SyncLimits } from '../sync/syncState';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { SystemService } from '../systems/SystemService';
import { loadStanding } from '../systems/standing';
import { accessMatrix, AlikeAccounts, groupsOf } from './accessMatrix';
import { groupTitles } from './groupTitles';

/** Which org roles have which Gorgias roles. */
export function addAccessMatrixRoute(
  router: Router,
  deps: {
    access: Access;
    catalog: CatalogService;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    systems: SystemService;
  },
): void {
  const { access, catalog, database, entities, systems } = deps;

  router.get(
    '/systems/:kind/:namespace/:name/access-matrix',
    async (req, res) => {
      // A cell may count one account. The catalog tells who is in its group,
      // so this is not for those who may see numbers only.
      const { credentials } = await access.toSystem(
        req,
        gorgiasAccountReadPermission,
      );
      const { entityRef } = await entities.get(req.params, credentials);
      const active = await database.read(stores =>
        loadActive(stores, entityRef, systems.limits()),
      );
      const titles = await groupTitles(catalog, groupsOf(active), credentials);
      res.json(accessMatrix(active, titles) satisfies AccessMatrix);
    },
  );
}

/** The active accounts as they are shown: not those of an earlier connection, and stale when they are. */
async function loadActive(
  stores: Stores,
  entityRef: string,
  limits: SyncLimits,
): Promise<AlikeAccounts[]> {
  const { freshness, judged } = await loadStanding(stores, entityRef, limits);
  const active = judged
    ? await stores.judgedAccounts.countActive(entityRef)
    : [];
  return freshness.stale
    ? active.map(alike => ({ ...alike, valid: staleStatus(alike.valid) }))
    : active;
}
