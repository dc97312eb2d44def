import { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  AccessException,
  gorgiasAccountReadPermission,
  RequestExceptionRequest,
} from 'backstage-plugin-gorgias-common';
import { Request } from 'express';
import { Access, SystemCaller } from '../access';
import { audited } from '../audit';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { withAccountNames } from '../history/accountNames';
import { ExceptionContext } from './context';
import { Decision } from './decisions';
import { requestException } from './requestException';
import { ExceptionTerms } from './terms';

interface ExceptionServiceOptions {
  access: Access;
  auditor: AuditorService;
  clock: Clock;
  database: GorgiasDatabase;
  evaluator: Evaluator;
  terms: ExceptionTerms;
}

/** Asks for exceptions and decides about them for people who may, and has it audited. */
export class ExceptionService {
  readonly #options: ExceptionServiceOptions;

  constructor(options: ExceptionServiceOptions) {
    this.#options = options;
  }

  /**
   * Asks that a verdict that fails be tolerated for a while.
   *
   * @param request - what it came by; without one the audit log could not
   * tell who asks, so that the event names them
   * @throws InputError or ConflictError
   */
  async request(
    caller: SystemCaller,
    ask: RequestExceptionRequest,
    request?: Request<any>,
  ): Promise<AccessException> {
    const { auditor, terms } = this.#options;
    const { entityRef, userEntityRef } = caller;
    const { twoPersonRule } = terms;
    const exception = await audited(
      auditor,
      {
        eventId: 'exception-request',
        severityLevel: 'medium',
        request,
        meta: {
          entityRef,
          ...(!request && { userEntityRef }),
          before: null,
          after: { ...ask, status: 'requested', twoPersonRule },
        },
      },
      () => this.#inContext(caller, context => requestException(ask, context)),
    );
    return this.#named(exception, caller);
  }

  /**
   * Decides about an exception as it was read.
   *
   * @throws InputError, NotFoundError or ConflictError
   */
  async decide(
    caller: SystemCaller,
    decision: Decision,
    asked: {
      read: { id: string; etag: string };
      mayApprove: boolean;
      request: Request<any>;
    },
  ): Promise<AccessException> {
    const { auditor, database, terms } = this.#options;
    const { entityRef } = caller;
    const { read, mayApprove, request } = asked;
    const before = await database.stores.exceptions.get(entityRef, read.id);
    if (!before) {
      throw new NotFoundError(`${entityRef} has no exception ${read.id}`);
    }
    const decided = await audited(
      auditor,
      {
        eventId: `exception-${decision.name}`,
        severityLevel: decision.severityLevel,
        request,
        meta: {
          entityRef,
          exceptionId: read.id,
          before: { ...before },
          after: decision.outcome(request.body, before, terms),
        },
      },
      () =>
        this.#inContext(caller, context =>
          decision.decide(read, request.body, { ...context, mayApprove }),
        ),
    );
    return this.#named(decided, caller);
  }

  /** Whoever may ask for exceptions may not see whose the accounts are, unless they may read them. */
  async #named(
    exception: AccessException,
    { credentials, entityRef }: SystemCaller,
  ): Promise<AccessException> {
    const { access, database } = this.#options;
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

  #inContext<T>(
    { entityRef, userEntityRef }: SystemCaller,
    work: (context: ExceptionContext) => Promise<T>,
  ): Promise<T> {
    const { clock, database, evaluator, terms } = this.#options;
    return database.transaction(stores =>
      work({
        stores,
        evaluator,
        terms,
        entityRef,
        by: userEntityRef,
        now: clock.now().toISOString(),
      }),
    );
  }
}
