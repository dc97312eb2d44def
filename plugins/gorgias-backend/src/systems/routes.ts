import { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  gorgiasAdminPermission,
  gorgiasReadPermission,
  HealthResponse,
  Page,
  SystemListItem,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { audited } from '../audit';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { decisionEvent } from '../evidence/ledgerEvents';
import { loadHealth } from '../sync/syncState';
import { normaliseRef } from './GorgiasEntities';
import { listSystems, ListSystemsDeps } from './listSystems';

const PATH = '/systems/:kind/:namespace/:name';

/** The list of critical systems, and how each stands. */
export function addSystemRoutes(
  router: Router,
  deps: ListSystemsDeps & {
    auditor: AuditorService;
    evaluator: Evaluator;
    clock: Clock;
  },
): void {
  const { access, auditor, clock, database, entities, evaluator } = deps;
  const { systems } = deps;

  router.get('/health', async (req, res) => {
    const { credentials } = await access.reader(req);
    const { systems: all } = await loadHealth(
      database.stores,
      systems.limits(),
    );
    const readable = await access.readable(
      credentials,
      all.map(({ entityRef }) => entityRef),
    );
    const visible = all.filter(({ entityRef }) => readable.has(entityRef));
    res.json({
      status: visible.every(({ ok }) => ok) ? 'ok' : 'degraded',
      systems: visible.map(({ ok, ...system }) => system),
    } satisfies HealthResponse);
  });

  router.get('/systems', async (req, res) => {
    const caller = await access.reader(req);
    res.json(
      (await listSystems(
        caller,
        req.query,
        deps,
      )) satisfies Page<SystemListItem>,
    );
  });

  router.post('/systems', async (req, res) => {
    const caller = await access.toSystem(
      req,
      gorgiasAdminPermission,
      normaliseRef(req.body.entityRef),
    );
    const entity = await entities.get(caller.entityRef, caller.credentials);
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
          const at = clock.now().toISOString();
          await stores.criticalSystems.add({
            entityRef,
            title: entity.title,
            owner: entity.owner ?? null,
            addedBy: caller.userEntityRef,
            addedAt: at,
          });
          await stores.ledger.enter([
            decisionEvent('critical-system', entityRef, at, {
              by: caller.userEntityRef,
              listed: true,
            }),
          ]);
          await evaluator.evaluate(stores, entityRef, at);
        }),
    );
    res
      .status(201)
      .json(
        (await systems.summarise(
          entity,
          await access.viewer(caller),
        )) satisfies SystemSummary,
      );
  });

  router.get(PATH, async (req, res) => {
    const caller = await access.readerOf(req, gorgiasReadPermission);
    const entity = await entities.get(req.params, caller.credentials);
    res.json(
      (await systems.summarise(
        entity,
        await access.viewer(caller),
      )) satisfies SystemSummary,
    );
  });

  router.delete(PATH, async (req, res) => {
    const caller = await access.toSystem(req, gorgiasAdminPermission);
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
          const at = clock.now().toISOString();
          await stores.ledger.enter([
            decisionEvent('critical-system', entityRef, at, {
              by: caller.userEntityRef,
              listed: false,
            }),
          ]);
          await evaluator.evaluate(stores, entityRef, at);
        }),
    );
    res.status(204).end();
  });
}
