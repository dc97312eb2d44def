import {
  createHash,
  randomBytes,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto';
import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { ConnectErrorCode } from 'backstage-plugin-gorgias-common';
import { GorgiasDatabase } from '../database';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasOAuth, TokenSet } from '../gorgias/GorgiasOAuth';
import { GorgiasUser } from '../gorgias/schemas';
import { encryptTokens } from './AccessTokens';
import { ConnectError, toErrorCode } from './ConnectError';
import { ConnectSession } from './ConnectSessionStore';
import { TokenCipher } from './TokenCipher';
import { verifyGrant } from './verifyGrant';

const SESSION_LIFE_MILLISECONDS = 10 * 60 * 1000;

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
  cipher: TokenCipher;
  baseUrl: string;
  auditor: AuditorService;
  logger: LoggerService;
  now: () => Date;
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
    const { database, oauth, now } = this.#options;
    const state = randomBytes(32).toString('base64url');
    const binding = randomBytes(32).toString('base64url');
    const createdAt = now();
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
    const { database, auditor, logger, now } = this.#options;
    const session = await database.stores.connectSessions.consume(
      sha256(callback.state),
      now().toISOString(),
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
      await this.#connect(session, callback);
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
    const { oauth, baseUrl, now } = this.#options;
    if (!matches(callback.bindingOf(session.id), session.bindingHash)) {
      throw new ConnectError('wrong-browser');
    }
    if (session.expiresAt <= now().toISOString()) {
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
      const user = await verifyGrant(session.subdomain, tokens, baseUrl);
      await this.#keep(session, tokens, user);
    } catch (error) {
      await this.#revokeUnused(session, tokens);
      throw error;
    }
  }

  /** Keeps the grant, asks for the first sync and ends the session, all at once. */
  async #keep(
    session: ConnectSession,
    tokens: TokenSet,
    user: GorgiasUser,
  ): Promise<void> {
    const { database, cipher, now } = this.#options;
    const at = now().toISOString();
    await database.transaction(async stores => {
      const known = await stores.connections.findByAccount(
        session.entityRef,
        session.subdomain,
      );
      const id = known?.id ?? randomUUID();
      await stores.connections.put({
        id,
        entityRef: session.entityRef,
        subdomain: session.subdomain,
        state: 'connected',
        stateReason: null,
        scopes: tokens.scopes ?? [],
        ...encryptTokens(cipher, id, {
          accessToken: tokens.accessToken,
          refreshToken: tokens.refreshToken!,
        }),
        accessTokenExpiresAt: tokens.expiresAt,
        tokenVersion: (known?.tokenVersion ?? 0) + 1,
        gorgiasUser: {
          id: String(user.id),
          name: user.name,
          email: user.email,
        },
        connectedBy: session.userEntityRef,
        connectedAt: at,
        disconnectedBy: null,
        disconnectedAt: null,
      });
      await stores.syncRuns.request(id, 'connected', at, session.userEntityRef);
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
