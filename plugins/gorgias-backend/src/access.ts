import {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  gorgiasAdminPermission,
  gorgiasReadPermission,
} from 'backstage-plugin-gorgias-common';
import { Request } from 'express';

/** Who asks, when they may. */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  userEntityRef: string;
}

/** Decides who may do what; every route asks it first. */
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

  /** @throws AuthenticationError or NotAllowedError */
  toRead(req: Request): Promise<Caller> {
    return this.#require(req, gorgiasReadPermission);
  }

  /** @throws AuthenticationError or NotAllowedError */
  toChange(req: Request): Promise<Caller> {
    return this.#require(req, gorgiasAdminPermission);
  }

  /** For monitoring, which has no user: a service of an access token may too. @throws AuthenticationError or NotAllowedError */
  async toMonitor(req: Request): Promise<void> {
    const credentials = await this.#httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await this.#requireAllowed(credentials, gorgiasReadPermission);
  }

  async mayChange(caller: Caller): Promise<boolean> {
    return this.#isAllowed(caller.credentials, gorgiasAdminPermission);
  }

  async #require(req: Request, permission: BasicPermission): Promise<Caller> {
    const credentials = await this.#httpAuth.credentials(req, {
      allow: ['user'],
    });
    await this.#requireAllowed(credentials, permission);
    return { credentials, userEntityRef: credentials.principal.userEntityRef };
  }

  async #requireAllowed(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    if (!(await this.#isAllowed(credentials, permission))) {
      throw new NotAllowedError(
        `You need the permission ${permission.name} for this. Ask an admin of Backstage.`,
      );
    }
  }

  async #isAllowed(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }
}
