import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  AccessRulePreview,
  AccessRuleResponse,
  PutAccessRuleRequest,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Clock } from '../clock';
import { evaluateSystem, loadSystemFacts } from '../checks/evaluate';
import { GorgiasDatabase } from '../database';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { previewAccessRule, readAccessRule } from './accessRule';

const PATH = '/systems/:kind/:namespace/:name/access-rule';

/** Reading, previewing and setting who may validly use a critical system. */
export function addAccessRuleRoutes(
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

  router.get(PATH, async (req, res) => {
    const { credentials } = await access.toRead(req);
    const { entityRef } = await entities.get(req.params, credentials);
    res.json({
      accessRule: await readAccessRule(database.stores, entityRef),
    } satisfies AccessRuleResponse);
  });

  router.post(`${PATH}/preview`, async (req, res) => {
    const { credentials } = await access.toRead(req);
    const { entityRef } = await entities.get(req.params, credentials);
    const facts = await database.transaction(stores =>
      loadSystemFacts(stores, entityRef, clock.now().toISOString()),
    );
    res.json(
      previewAccessRule(facts, req.body.spec) satisfies AccessRulePreview,
    );
  });

  router.put(PATH, async (req, res) => {
    const { userEntityRef, credentials } = await access.toChange(req);
    const { entityRef } = await entities.get(req.params, credentials);
    const { spec, revision } = req.body as PutAccessRuleRequest;
    const before = await database.stores.accessRules.get(entityRef);
    const accessRule = await audited(
      auditor,
      {
        eventId: 'access-rule-update',
        severityLevel: 'high',
        request: req,
        meta: { entityRef, before: before?.spec ?? null, after: spec },
      },
      () =>
        database.transaction(async stores => {
          if (!(await stores.criticalSystems.get(entityRef))) {
            throw new InputError(
              `${entityRef} is not a critical system; add it first`,
            );
          }
          const at = clock.now().toISOString();
          const replaced = await stores.accessRules.replace(
            entityRef,
            revision,
            { spec, updatedBy: userEntityRef, updatedAt: at },
          );
          if (!replaced) {
            throw new ConflictError(
              'revision: somebody else has changed the access rule since you read it; read it again and repeat your change',
            );
          }
          await evaluateSystem(stores, entityRef, at);
          return readAccessRule(stores, entityRef);
        }),
    );
    res.json({ accessRule } satisfies AccessRuleResponse);
  });
}
