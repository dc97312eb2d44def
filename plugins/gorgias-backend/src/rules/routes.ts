import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  AccessRule,
  AccessRulePreview,
  AccessRuleResponse,
  AccessRuleVersion,
  gorgiasAccessRuleManagePermission,
  gorgiasAccountReadPermission,
  gorgiasReadPermission,
  Page,
  PutAccessRuleRequest,
} from 'backstage-plugin-gorgias-common';
import { Request, Response, Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { ifMatch } from '../etags';
import { readPagePosition, toPage } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { readAccessRule } from './accessRule';
import { loadPreview } from './loadPreview';
import { saveAccessRule } from './saveAccessRule';
import { readSpec } from './spec';

const PATH = '/systems/:kind/:namespace/:name/access-rule';

/** Reading, previewing and setting who may validly use a critical system. */
export function addAccessRuleRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    clock: Clock;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    evaluator: Evaluator;
  },
): void {
  const { access, auditor, clock, database, entities, evaluator } = deps;

  router.get(PATH, async (req, res) => {
    const { credentials } = await access.toSystem(req, gorgiasReadPermission);
    const { entityRef } = await entities.get(req.params, credentials);
    answer(res, await readAccessRule(database.stores, entityRef));
  });

  router.get(`${PATH}/versions`, async (req, res) => {
    const { credentials } = await access.toSystem(
      req,
      gorgiasAccountReadPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const position = readPagePosition(req.query);
    const { versions, total } = await database.stores.accessRules.listVersions(
      entityRef,
      position,
    );
    res.json(
      toPage(versions, total, position) satisfies Page<AccessRuleVersion>,
    );
  });

  router.post(`${PATH}/preview`, async (req, res) => {
    const { credentials } = await access.toSystem(
      req,
      gorgiasAccountReadPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const { spec } = req.body;
    const now = clock.now().toISOString();
    const preview = await database.read(stores =>
      loadPreview(stores, evaluator, { entityRef, spec, now }),
    );
    res.json(preview satisfies AccessRulePreview);
  });

  router.put(PATH, async (req, res) => {
    const { credentials, userEntityRef } = await access.toSystem(
      req,
      gorgiasAccessRuleManagePermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const { spec, factsVersion, ...body } = req.body as PutAccessRuleRequest;
    const reason = body.reason?.trim();
    const now = clock.now().toISOString();
    const revision = readRevision(req);
    const after = { spec: readSpec(spec, now), ...(reason && { reason }) };
    // If this very version is not in force any more, nothing is changed.
    const before = await database.stores.accessRules.getVersion(
      entityRef,
      revision,
    );
    const accessRule = await audited(
      auditor,
      {
        eventId: 'access-rule-update',
        severityLevel: 'high',
        request: req,
        meta: {
          entityRef,
          before: before ? asJson({ spec: before.spec, revision }) : null,
          after: asJson({ ...after, revision: revision + 1 }),
        },
      },
      () =>
        database.transaction(async stores => {
          await saveAccessRule(stores, evaluator, {
            ...after,
            entityRef,
            revision,
            factsVersion,
            by: userEntityRef,
            now,
          });
          return readAccessRule(stores, entityRef);
        }),
    );
    answer(res, accessRule);
  });
}

/** The revision that a request says it has edited. */
function readRevision(req: Request<any>): number {
  const etag = ifMatch(req);
  if (!/^\d{1,9}$/.test(etag)) {
    throw new InputError(
      'If-Match: is not the revision of an access rule; send the one you have read, "0" when there was none',
    );
  }
  return Number(etag);
}

/** What is left of something when it is sent or written down. */
function asJson(state: object): JsonObject {
  return JSON.parse(JSON.stringify(state));
}

function answer(res: Response, accessRule: AccessRule | null): void {
  res.set('ETag', `"${accessRule?.revision ?? 0}"`);
  res.json({ accessRule } satisfies AccessRuleResponse);
}
