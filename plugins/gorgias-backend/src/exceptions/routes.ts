import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
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
import { Access, SystemCaller } from '../access';
import { audited } from '../audit';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { ifMatch } from '../etags';
import { withAccountNames } from '../history/accountNames';
import { readPagePosition, toPage } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { ExceptionContext } from './context';
import { Decision, DECISIONS } from './decisions';
import { toAccessException } from './ExceptionStore';
import { requestException } from './requestException';
import { ExceptionTerms } from './terms';

const PATH = '/systems/:kind/:namespace/:name/exceptions';

/** Asking for exceptions, and deciding about them. */
export function addExceptionRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    clock: Clock;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    evaluator: Evaluator;
    exceptionTerms: ExceptionTerms;
  },
): void {
  const { access, auditor, clock, database, entities, evaluator } = deps;
  const terms = deps.exceptionTerms;

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
    const { credentials, userEntityRef } = await access.toSystem(
      req,
      gorgiasExceptionRequestPermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const ask = req.body as RequestExceptionRequest;
    const { twoPersonRule } = terms;
    const exception = await audited(
      auditor,
      {
        eventId: 'exception-request',
        severityLevel: 'medium',
        request: req,
        meta: {
          entityRef,
          before: null,
          after: { ...ask, status: 'requested', twoPersonRule },
        },
      },
      () =>
        inContext(entityRef, userEntityRef, context =>
          requestException(ask, context),
        ),
    );
    res.status(201).json({
      exception: await named(exception, { credentials, entityRef }),
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
    const { name, severityLevel, permission, approversMay } = decision;
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
    const read = { id: req.params.exceptionId, etag: ifMatch(req) };
    const before = await database.stores.exceptions.get(entityRef, read.id);
    if (!before) {
      throw new NotFoundError(`${entityRef} has no exception ${read.id}`);
    }
    const decided = await audited(
      auditor,
      {
        eventId: `exception-${name}`,
        severityLevel,
        request: req,
        meta: {
          entityRef,
          exceptionId: read.id,
          before: { ...before },
          after: decision.outcome(req.body, before, terms),
        },
      },
      () =>
        inContext(entityRef, userEntityRef, context =>
          decision.decide(read, req.body, { ...context, mayApprove }),
        ),
    );
    return named(decided, { credentials, entityRef });
  }

  /** Whoever may ask for exceptions may not see whose the accounts are, unless they may read them. */
  async function named(
    exception: AccessException,
    { credentials, entityRef }: Omit<SystemCaller, 'userEntityRef'>,
  ): Promise<AccessException> {
    const [mayReadAccounts] = await access.allowed(
      credentials,
      gorgiasAccountReadPermission,
      [entityRef],
    );
    const [withName] = mayReadAccounts
      ? await withAccountNames(database.stores, entityRef, [exception])
      : [exception];
    return withName;
  }

  function inContext<T>(
    entityRef: string,
    by: string,
    work: (context: ExceptionContext) => Promise<T>,
  ): Promise<T> {
    return database.transaction(stores =>
      work({
        stores,
        evaluator,
        terms,
        entityRef,
        by,
        now: clock.now().toISOString(),
      }),
    );
  }
}
