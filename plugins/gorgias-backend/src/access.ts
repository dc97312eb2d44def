import {
  AuthService,
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
import { Viewer } from './accounts/AccountService';

/** Who asks, when they may. */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  userEntityRef: string;
}

/** A caller and the system that is asked for. */
export interface SystemCaller extends Caller {
  entityRef: string;
}

/** Decides who may do what with which system; every route and every action asks it first. */
export class Access {
  readonly #auth: AuthService;
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    auth: AuthService;
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
  }) {
    this.#auth = options.auth;
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
   * Who asks other than by a request.
   *
   * @throws NotAllowedError when it is nobody, or another plugin for itself
   */
  callerOf(credentials: BackstageCredentials): Caller {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Only people may do this. Sign in to Backstage, and ask with your own token.',
      );
    }
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
    return this.letIn(
      await this.caller(req),
      permission,
      typeof ref === 'string' ? ref : stringifyEntityRef(ref),
    );
  }

  /**
   * Lets somebody through who has a permission for a system.
   *
   * @throws NotAllowedError
   */
  async letIn(
    caller: Caller,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<SystemCaller> {
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

  /** What somebody who looks at a system may do with it. */
  async viewer({
    credentials,
    userEntityRef,
    entityRef,
  }: SystemCaller): Promise<Viewer> {
    const all = Object.keys(ACTION_PERMISSIONS) as GorgiasAction[];
    const decisions = await this.#permissions.authorize(
      all.map(action => ({
        permission: ACTION_PERMISSIONS[action],
        resourceRef: entityRef,
      })),
      { credentials },
    );
    return {
      userEntityRef,
      actions: all.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    };
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
