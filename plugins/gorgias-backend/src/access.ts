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

/** Who only reads: somebody, or another plugin of this Backstage for itself. */
export interface Reader {
  credentials: BackstageCredentials<
    BackstageUserPrincipal | BackstageServicePrincipal
  >;
  /** Not there for a plugin. */
  userEntityRef?: string;
}

/** A reader and the system that is asked for. */
export interface SystemReader extends Reader {
  entityRef: string;
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
  async letIn<T extends Reader>(
    caller: T,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<T & { entityRef: string }> {
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

  /**
   * For what monitoring and the plugins of hosts read too, which have no user
   * but the token of a service.
   *
   * @throws AuthenticationError
   */
  async reader(req: Request<any>): Promise<Reader> {
    const credentials = await this.#httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    return this.#auth.isPrincipal(credentials, 'user')
      ? { credentials, userEntityRef: credentials.principal.userEntityRef }
      : { credentials };
  }

  /**
   * Lets a reader through who has a permission for the system that is asked
   * for.
   *
   * @throws AuthenticationError or NotAllowedError
   */
  async readerOf(
    req: Request<any>,
    permission: ResourcePermission,
  ): Promise<SystemReader> {
    return this.letIn(
      await this.reader(req),
      permission,
      stringifyEntityRef(req.params as CompoundEntityRef),
    );
  }

  /** What somebody who looks at a system may do with it; a plugin only reads. */
  async viewer({
    credentials,
    userEntityRef,
    entityRef,
  }: SystemReader): Promise<Viewer> {
    const all: GorgiasAction[] = userEntityRef
      ? (Object.keys(ACTION_PERMISSIONS) as GorgiasAction[])
      : ['read-accounts'];
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
