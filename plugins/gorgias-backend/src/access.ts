import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  ACTION_PERMISSIONS,
  GorgiasAction,
  gorgiasReadPermission,
} from 'backstage-plugin-gorgias-common';
import { Request } from 'express';

/** Who asks, when they may. */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  userEntityRef: string;
}

/** A caller and the system that is asked for. */
export interface SystemCaller extends Caller {
  entityRef: string;
}

/** Decides who may do what with which system; every route asks it first. */
export class Access {
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
  }

  /** @throws AuthenticationError */
  async caller(req: Request<any>): Promise<Caller> {
    const credentials = await this.#httpAuth.credentials(req, {
      allow: ['user'],
    });
    return { credentials, userEntityRef: credentials.principal.userEntityRef };
  }

  /**
   * Lets through who has a permission for the system that is asked for.
   *
   * @param ref - of the system; default: that in the path of the request
   * @throws AuthenticationError or NotAllowedError
   */
  async toSystem(
    req: Request<any>,
    permission: ResourcePermission,
    ref: string | CompoundEntityRef = req.params as CompoundEntityRef,
  ): Promise<SystemCaller> {
    const caller = await this.caller(req);
    const entityRef = typeof ref === 'string' ? ref : stringifyEntityRef(ref);
    const [allowed] = await this.allowed(caller.credentials, permission, [
      entityRef,
    ]);
    if (!allowed) {
      throw notAllowed(permission);
    }
    return { ...caller, entityRef };
  }

  /**
   * Lets through who has a permission for every system there is, since what
   * is changed concerns them all.
   *
   * @throws AuthenticationError or NotAllowedError
   */
  async everywhere(
    req: Request<any>,
    permission: ResourcePermission,
  ): Promise<Caller> {
    const caller = await this.caller(req);
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials: caller.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw notAllowed(permission);
    }
    return caller;
  }

  /** For monitoring, which may have no user but the token of a service. @throws AuthenticationError */
  async monitor(
    req: Request<any>,
  ): Promise<
    BackstageCredentials<BackstageUserPrincipal | BackstageServicePrincipal>
  > {
    return this.#httpAuth.credentials(req, { allow: ['user', 'service'] });
  }

  /** What somebody may do with a system. */
  async actions(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<GorgiasAction[]> {
    const all = Object.keys(ACTION_PERMISSIONS) as GorgiasAction[];
    const decisions = await this.#permissions.authorize(
      all.map(action => ({
        permission: ACTION_PERMISSIONS[action],
        resourceRef: entityRef,
      })),
      { credentials },
    );
    return all.filter(
      (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
    );
  }

  /** For each of some systems, whether somebody has a permission. */
  async allowed(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRefs: string[],
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(
      entityRefs.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  /** Those of some systems that somebody may see. */
  async readable(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const allowed = await this.allowed(
      credentials,
      gorgiasReadPermission,
      entityRefs,
    );
    return new Set(entityRefs.filter((_, index) => allowed[index]));
  }
}

function notAllowed({ name }: ResourcePermission): NotAllowedError {
  return new NotAllowedError(
    `You need the permission ${name} for this. Ask an admin of Backstage.`,
  );
}
