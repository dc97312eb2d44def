import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AccessException,
  ExceptionFilter,
  ExceptionResponse,
  gorgiasAccountReadPermission,
  gorgiasExceptionApprovePermission,
  gorgiasExceptionRequestPermission,
  Page,
  RequestExceptionRequest,
} from 'backstage-plugin-gorgias-common';
import { Request, Router } from 'express';
import { Access } from '../access';
import { GorgiasDatabase } from '../database';
import { ifMatch } from '../etags';
import { withAccountNames } from '../history/accountNames';
import { readPagePosition, toPage } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { Decision, DECISIONS } from './decisions';
import { ExceptionService } from './ExceptionService';
import { toAccessException } from './ExceptionStore';

const PATH = '/systems/:kind/:namespace/:name/exceptions';

/** Asking for exceptions, and deciding about them. */
export function addExceptionRoutes(
  router: Router,
  deps: {
    access: Access;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    exceptions: ExceptionService;
  },
): void {
  const { access, database, entities } = deps;

  router.get(PATH, async (req, res) => {
    const { credentials } = await access.toSystem(
      req,
      gorgiasAccountReadPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const position = readPagePosition(req.query);
    const { stores } = database;
    const { exceptions, total } = await stores.exceptions.list(
      entityRef,
      req.query as ExceptionFilter,
      position,
    );
    const items = await withAccountNames(
      stores,
      entityRef,
      exceptions.map(toAccessException),
    );
    res.json(toPage(items, total, position) satisfies Page<AccessException>);
  });

  router.post(PATH, async (req, res) => {
    const caller = await access.toSystem(
      req,
      gorgiasExceptionRequestPermission,
    );
    await entities.get(req.params, caller.credentials);
    const ask = req.body as RequestExceptionRequest;
    res.status(201).json({
      exception: await deps.exceptions.request(caller, ask, req),
    } satisfies ExceptionResponse);
  });

  for (const decision of DECISIONS) {
    router.post(`${PATH}/:exceptionId/${decision.name}`, async (req, res) => {
      const exception = await decide(req, decision);
      res.json({ exception } satisfies ExceptionResponse);
    });
  }

  async function decide(
    req: Request<any>,
    decision: Decision,
  ): Promise<AccessException> {
    const { permission, approversMay } = decision;
    const { credentials, userEntityRef } = await access.caller(req);
    const [mayApprove] = await access.allowed(
      credentials,
      gorgiasExceptionApprovePermission,
      [stringifyEntityRef(req.params)],
    );
    if (!(approversMay && mayApprove)) {
      await access.toSystem(req, permission);
    }
    const { entityRef } = await entities.get(req.params, credentials);
    return deps.exceptions.decide(
      { credentials, userEntityRef, entityRef },
      decision,
      {
        read: { id: req.params.exceptionId, etag: ifMatch(req) },
        mayApprove,
        request: req,
      },
    );
  }
}
