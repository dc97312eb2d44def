import {
  createHash,
  randomBytes,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto';
import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { ConnectErrorCode } from 'backstage-plugin-gorgias-common';
import { begun } from '../begun';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { findNewest } from '../events/pollEvents';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasClients } from '../gorgias/GorgiasClients';
import { GorgiasOAuth, TokenSet } from '../gorgias/GorgiasOAuth';
import { ConnectError, toErrorCode } from './ConnectError';
import { ConnectSession } from './ConnectSessionStore';
import { keepConnection, NewConnection } from './keepConnection';
import { SealedTokens } from './SealedTokens';
import { LOOK_SECONDS, verifyAdmin, verifyScopes } from './verifyGrant';

const SESSION_LIFE_MILLISECONDS = 10 * 60 * 1000;
/** A person waits in the pop-up. */
const GIVE_UP_AFTER_SECONDS = 20;

/** What the callback brought: either a code or why there is none. */
export interface Callback {
  state: string;
  code: string | undefined;
  error: string | undefined;
  /** Gives the binding cookie of a session, if the browser has it. */
  bindingOf: (sessionId: string) => string | undefined;
}

/** How a callback ended. Without a session the state was never given out, or used before. */
export interface CallbackResult {
  session?: ConnectSession;
  errorCode: ConnectErrorCode | null;
}

interface ConnectServiceOptions {
  database: GorgiasDatabase;
  oauth: GorgiasOAuth;
  clients: GorgiasClients;
  sealed: SealedTokens;
  auditor: AuditorService;
  logger: LoggerService;
  tracing: TracingService;
  clock: Clock;
}

/** Connects an entity to a Gorgias account by OAuth. */
export class ConnectService {
  readonly #options: ConnectServiceOptions;

  constructor(options: ConnectServiceOptions) {
    this.#options = options;
  }

  /**
   * Begins an attempt. The binding goes into a cookie of the browser, so that
   * the callback works only where the attempt began.
   */
  async start(request: {
    entityRef: string;
    subdomain: string;
    userEntityRef: string;
  }): Promise<{
    session: ConnectSession;
    authorizeUrl: string;
    binding: string;
  }> {
    const { database, oauth, clock } = this.#options;
    const state = randomBytes(32).toString('base64url');
    const binding = randomBytes(32).toString('base64url');
    const createdAt = clock.now();
    const session: ConnectSession = {
      id: randomUUID(),
      stateHash: sha256(state),
      bindingHash: sha256(binding),
      ...request,
      createdAt: createdAt.toISOString(),
      expiresAt: new Date(
        createdAt.getTime() + SESSION_LIFE_MILLISECONDS,
      ).toISOString(),
      status: 'pending',
      errorCode: null,
    };
    await database.stores.connectSessions.create(session);
    return {
      session,
      binding,
      authorizeUrl: oauth.authorizeUrl(request.subdomain, state),
    };
  }

  /** Ends an attempt: connects, or says why not. A state works once. */
  async finish(callback: Callback): Promise<CallbackResult> {
    const { database, auditor, logger, clock } = this.#options;
    const session = await database.stores.connectSessions.consume(
      sha256(callback.state),
      clock.now().toISOString(),
    );
    if (!session) {
      return { errorCode: 'state-invalid' };
    }
    // Without the request: its address holds the code and the state.
    const event = await auditor.createEvent({
      eventId: 'connection-create',
      severityLevel: 'high',
      meta: {
        userEntityRef: session.userEntityRef,
        entityRef: session.entityRef,
        subdomain: session.subdomain,
      },
    });
    try {
      await this.#options.tracing.startActiveSpan(
        'gorgias connect',
        { attributes: { 'gorgias.entity': session.entityRef } },
        () => this.#connect(session, callback),
      );
      await event.success();
      return { session, errorCode: null };
    } catch (error) {
      const errorCode = toErrorCode(error);
      logger.warn(
        `Connecting ${session.entityRef} to Gorgias failed: ${errorCode}`,
        { reason: isGorgiasError(error) ? error.message : String(error) },
      );
      await database.stores.connectSessions.finish(session.id, errorCode);
      await event.fail({ error: new Error(errorCode) });
      return { session, errorCode };
    }
  }

  async #connect(session: ConnectSession, callback: Callback): Promise<void> {
    const { oauth, clock } = this.#options;
    if (!matches(callback.bindingOf(session.id), session.bindingHash)) {
      throw new ConnectError('wrong-browser');
    }
    if (session.expiresAt <= clock.now().toISOString()) {
      throw new ConnectError('expired');
    }
    if (callback.error === 'access_denied') {
      throw new ConnectError('access-denied');
    }
    if (!callback.code) {
      throw new ConnectError('gorgias-refused');
    }
    const tokens = await oauth.exchangeCode(session.subdomain, callback.code);
    try {
      const verified = await this.#verify(session.subdomain, tokens);
      await this.#keep(session, tokens, verified);
    } catch (error) {
      await this.#revokeUnused(session, tokens);
      throw error;
    }
  }

  /** Makes sure that the grant is what was asked for, and tells who granted it. */
  async #verify(
    subdomain: string,
    tokens: TokenSet,
  ): Promise<Pick<NewConnection, 'user' | 'events'>> {
    verifyScopes(tokens);
    const { accessToken, userId } = tokens;
    const open = (giveUpAfterSeconds: number) =>
      this.#options.clients.open(
        { subdomain, method: 'oauth' },
        async () => `Bearer ${accessToken}`,
        { giveUpAfterSeconds },
      );
    const events = begun(findNewest(open(LOOK_SECONDS)));
    const client = open(GIVE_UP_AFTER_SECONDS);
    // The token names the caller too.
    const user = await verifyAdmin(subdomain, client, async () =>
      userId ? client.readUser(userId) : undefined,
    );
    return { user, events: await events };
  }

  /** Keeps the grant, asks for the first sync and ends the session, all at once. */
  async #keep(
    session: ConnectSession,
    tokens: TokenSet,
    verified: Pick<NewConnection, 'user' | 'events'>,
  ): Promise<void> {
    const { database, sealed, clock } = this.#options;
    const { accessToken, refreshToken } = tokens;
    await database.transaction(async stores => {
      await keepConnection(stores, sealed, {
        entityRef: session.entityRef,
        subdomain: session.subdomain,
        method: 'oauth',
        secrets: { accessToken, refreshToken },
        accessTokenExpiresAt: tokens.expiresAt,
        scopes: tokens.scopes ?? [],
        ...verified,
        connectedBy: session.userEntityRef,
        at: clock.now().toISOString(),
      });
      await stores.connectSessions.finish(session.id, null);
    });
  }

  /**
   * A grant that is not kept should not linger at Gorgias; that it could not
   * be ended changes nothing for the user. With the account connected already
   * it is left alone: Gorgias says that revoking is the same as uninstalling
   * the app, which may end the grant that is in use.
   */
  async #revokeUnused(session: ConnectSession, tokens: TokenSet) {
    const { database, oauth, logger } = this.#options;
    const connected = await database.stores.connections.listConnected();
    const inUse = connected.some(
      ({ subdomain }) => subdomain === session.subdomain,
    );
    if (tokens.refreshToken && !inUse) {
      await oauth.revoke(session.subdomain, tokens.refreshToken).catch(error =>
        logger.warn('A Gorgias grant that is not used could not be ended', {
          reason: String(error),
        }),
      );
    }
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function matches(secret: string | undefined, hash: string): boolean {
  return (
    secret !== undefined &&
    timingSafeEqual(Buffer.from(sha256(secret)), Buffer.from(hash))
  );
}
