import { AuditorService, AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  AccountFilter,
  AccountRow,
  HealthResponse,
  Page,
  SystemListItem,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access, Caller } from '../access';
import { audited } from '../audit';
import { Clock } from '../clock';
import { evaluateSystem } from '../checks/evaluate';
import { GorgiasDatabase } from '../database';
import { pageOf, readPagePosition } from '../pagination';
import { GorgiasEntities } from './GorgiasEntities';
import { loadHealth } from '../sync/syncState';
import { SystemService } from './SystemService';

/** The list of critical systems, and how each stands. */
export function addSystemRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    auth: AuthService;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    systems: SystemService;
    clock: Clock;
  },
): void {
  const { access, auditor, auth, database, entities, systems, clock } = deps;

  router.get('/health', async (req, res) => {
    await access.toMonitor(req);
    res.json(
      (await loadHealth(
        database.stores,
        systems.limits(),
      )) satisfies HealthResponse,
    );
  });

  router.get('/systems', async (req, res) => {
    const caller = await access.toRead(req);
    const page = pageOf(await listVisible(caller), readPagePosition(req.query));
    res.json({
      ...page,
      items: await Promise.all(
        page.items.map(({ critical, entity }) =>
          systems.listItem(critical, entity),
        ),
      ),
    } satisfies Page<SystemListItem>);
  });

  router.post('/systems', async (req, res) => {
    const caller = await access.toChange(req);
    const entity = await entities.get(req.body.entityRef, caller.credentials);
    const { entityRef } = entity;
    await audited(
      auditor,
      {
        eventId: 'critical-system-add',
        severityLevel: 'medium',
        request: req,
        meta: { entityRef },
      },
      () =>
        database.transaction(async stores => {
          await stores.criticalSystems.add({
            entityRef,
            title: entity.title,
            owner: entity.owner ?? null,
            addedBy: caller.userEntityRef,
            addedAt: clock.now().toISOString(),
          });
          await evaluateSystem(stores, entityRef, clock.now().toISOString());
        }),
    );
    res
      .status(201)
      .json((await systems.summarise(entity, true)) satisfies SystemSummary);
  });

  router.get('/systems/:kind/:namespace/:name', async (req, res) => {
    const caller = await access.toRead(req);
    const entity = await entities.get(req.params, caller.credentials);
    res.json(
      (await systems.summarise(
        entity,
        await access.mayChange(caller),
      )) satisfies SystemSummary,
    );
  });

  router.delete('/systems/:kind/:namespace/:name', async (req, res) => {
    const caller = await access.toChange(req);
    const { entityRef } = await entities.get(req.params, caller.credentials);
    await audited(
      auditor,
      {
        eventId: 'critical-system-remove',
        severityLevel: 'high',
        request: req,
        meta: { entityRef },
      },
      () =>
        database.transaction(async stores => {
          if (!(await stores.criticalSystems.remove(entityRef))) {
            throw new NotFoundError(`${entityRef} is not a critical system`);
          }
          await evaluateSystem(stores, entityRef, clock.now().toISOString());
        }),
    );
    res.status(204).end();
  });

  router.get('/systems/:kind/:namespace/:name/accounts', async (req, res) => {
    const caller = await access.toRead(req);
    const { entityRef } = await entities.get(req.params, caller.credentials);
    const accounts = await systems.listAccounts(
      entityRef,
      req.query as AccountFilter,
    );
    res.json(
      pageOf(accounts, readPagePosition(req.query)) satisfies Page<AccountRow>,
    );
  });

  /** What the caller may see: systems whose entity is visible to them, or vanished for everybody. */
  async function listVisible(caller: Caller) {
    const all = await database.stores.criticalSystems.list();
    const refs = all.map(({ entityRef }) => entityRef);
    const visible = await entities.find(refs, caller.credentials);
    const existing = await entities.find(
      refs,
      await auth.getOwnServiceCredentials(),
    );
    return all
      .map((critical, index) => ({ critical, entity: visible[index], index }))
      .filter(({ entity, index }) => entity || !existing[index]);
  }
}
