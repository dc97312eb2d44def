import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  ConnectByApiKeyRequest,
  ConnectByApiKeyResponse,
  ConnectionMethod,
  ConnectionSession,
  CreateConnectionResponse,
  gorgiasConnectionManagePermission,
  GORGIAS_SUBDOMAIN_ANNOTATION,
  parseSubdomain,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { GorgiasClients } from '../gorgias/GorgiasClients';
import { GorgiasOAuth } from '../gorgias/GorgiasOAuth';
import {
  GorgiasEntities,
  GorgiasEntity,
  normaliseRef,
} from '../systems/GorgiasEntities';
import { serialiseCookie } from './bindingCookie';
import { connectByApiKey } from './connectByApiKey';
import { toConnectionSummary } from './ConnectionStore';
import { ConnectService } from './ConnectService';
import { disconnect } from './disconnect';
import { probeAccount } from './probeAccount';
import { SealedTokens } from './SealedTokens';

/** Connecting and disconnecting. The callback has its own router, since it needs no signed-in user. */
export function addConnectionRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    baseUrl: string;
    callbackUrl: string;
    clients: GorgiasClients;
    clock: Clock;
    /** `undefined` where no OAuth app is configured. */
    connect: ConnectService | undefined;
    connectMethods: ConnectionMethod[];
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    oauth: GorgiasOAuth | undefined;
    sealed: SealedTokens;
  },
): void {
  const { access, auditor, connect, database, entities } = deps;

  router.post('/connections', async (req, res) => {
    const { userEntityRef, credentials } = await access.toSystem(
      req,
      gorgiasConnectionManagePermission,
      normaliseRef(req.body.entityRef),
    );
    if (!connect) {
      throw new InputError(
        'No OAuth app is configured for Gorgias; configure gorgias.oauth, or connect by an API key',
      );
    }
    const entity = await entities.get(req.body.entityRef, credentials);
    const subdomain = subdomainFor(entity, req.body.subdomain);
    await probeAccount(deps.baseUrl, subdomain);
    const { session, binding, authorizeUrl } = await audited(
      auditor,
      {
        eventId: 'connection-start',
        request: req,
        meta: { entityRef: entity.entityRef, subdomain },
      },
      () =>
        connect.start({
          entityRef: entity.entityRef,
          subdomain,
          userEntityRef,
        }),
    );
    res.append(
      'Set-Cookie',
      serialiseCookie(session.id, binding, {
        callbackUrl: deps.callbackUrl,
        maxAgeSeconds: Math.round(
          (Date.parse(session.expiresAt) - Date.parse(session.createdAt)) /
            1000,
        ),
      }),
    );
    res.status(201).json({
      sessionId: session.id,
      authorizeUrl,
      expiresAt: session.expiresAt,
    } satisfies CreateConnectionResponse);
  });

  router.post('/connections/api-key', async (req, res) => {
    const { userEntityRef, credentials } = await access.toSystem(
      req,
      gorgiasConnectionManagePermission,
      normaliseRef(req.body.entityRef),
    );
    if (!deps.connectMethods.includes('api-key')) {
      throw new InputError(
        'API keys are not allowed here; connect by OAuth, or set gorgias.apiKey.enabled in the configuration',
      );
    }
    const entity = await entities.get(req.body.entityRef, credentials);
    const { entityRef } = entity;
    const subdomain = subdomainFor(entity, req.body.subdomain);
    await probeAccount(deps.baseUrl, subdomain);
    const { email, apiKey } = req.body as ConnectByApiKeyRequest;
    const connection = await audited(
      auditor,
      {
        eventId: 'connection-create',
        severityLevel: 'high',
        request: req,
        meta: { entityRef, subdomain, method: 'api-key' },
      },
      () =>
        connectByApiKey(
          { entityRef, subdomain, email, apiKey, userEntityRef },
          deps,
        ),
    );
    res.status(201).json({
      connection: toConnectionSummary(connection),
    } satisfies ConnectByApiKeyResponse);
  });

  router.get('/connections/sessions/:sessionId', async (req, res) => {
    // Whoever began it had the permission then; nobody else may see it.
    const { userEntityRef } = await access.caller(req);
    const session = await database.stores.connectSessions.get(
      req.params.sessionId,
    );
    // Of somebody else is answered like of nobody: it is nothing to know about.
    if (session?.userEntityRef !== userEntityRef) {
      throw new NotFoundError('There is no such attempt to connect of yours');
    }
    const lapsed =
      session.status === 'pending' &&
      session.expiresAt <= deps.clock.now().toISOString();
    res.json({
      sessionId: session.id,
      status: lapsed ? 'failed' : session.status,
      ...(lapsed && { errorCode: 'expired' }),
      ...(session.errorCode && { errorCode: session.errorCode }),
    } satisfies ConnectionSession);
  });

  router.delete(
    '/systems/:kind/:namespace/:name/connection',
    async (req, res) => {
      const { userEntityRef, credentials } = await access.toSystem(
        req,
        gorgiasConnectionManagePermission,
      );
      const { entityRef } = await entities.get(req.params, credentials);
      const connection = await database.stores.connections.findByEntity(
        entityRef,
      );
      if (!connection || connection.state === 'disconnected') {
        throw new NotFoundError(`${entityRef} is not connected to Gorgias`);
      }
      await audited(
        auditor,
        {
          eventId: 'connection-delete',
          severityLevel: 'high',
          request: req,
          meta: { entityRef, subdomain: connection.subdomain },
        },
        () => disconnect(connection, { ...deps, userEntityRef }),
      );
      res.status(204).end();
    },
  );
}

/** The subdomain that was typed, if it is the one the entity stands for. */
function subdomainFor(entity: GorgiasEntity, typed: string): string {
  const parsed = parseSubdomain(typed);
  if (!parsed.ok) {
    throw new InputError(`subdomain: ${parsed.problem}`);
  }
  if (entity.subdomain === null) {
    throw new InputError(
      `The annotation ${GORGIAS_SUBDOMAIN_ANNOTATION} of ${entity.entityRef} is not the subdomain of a Gorgias account. Correct it in the catalog first.`,
    );
  }
  if (parsed.subdomain !== entity.subdomain) {
    throw new InputError(
      `subdomain: ${entity.entityRef} stands for the Gorgias account "${entity.subdomain}", not for "${parsed.subdomain}". Enter "${entity.subdomain}", or change the annotation ${GORGIAS_SUBDOMAIN_ANNOTATION} of the entity.`,
    );
  }
  return parsed.subdomain;
}
