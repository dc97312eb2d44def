import { GORGIAS_MESSAGES, Message } from 'backstage-plugin-gorgias-checks';

/** The state of the grant between an entity and a Gorgias account. @public */
export type ConnectionState = 'connected' | 'needs-reconnect' | 'disconnected';

/**
 * How a connection proves itself to Gorgias: by an OAuth grant or, for
 * companies that can't install OAuth apps, by the API key of a user.
 *
 * @public
 */
export type ConnectionMethod = 'oauth' | 'api-key';

/** What connects one entity and one Gorgias account, without its secrets. @public */
export interface ConnectionSummary {
  id: string;
  subdomain: string;
  method: ConnectionMethod;
  state: ConnectionState;
  /** Why it needs to be reconnected, and who can do so. */
  stateReason?: string;
  stateReasonParts?: Message[];
  /** What still works and soon may not, and who can mend it. */
  warning?: string;
  warningParts?: Message[];
  /** Granted OAuth scopes; none for an API key, which may do all its user may. */
  scopes: string[];
  /** User entity ref of who connected it. */
  connectedBy: string;
  connectedAt: string;
  disconnectedBy?: string;
  disconnectedAt?: string;
  /** The Gorgias user whose rights the connection uses. */
  gorgiasUser: { id: string; name: string | null; email: string | null };
}

/** Body of `POST /connections`. @public */
export interface CreateConnectionRequest {
  /** The entity that stands for the Gorgias account. */
  entityRef: string;
  /** As the user typed it, see {@link parseSubdomain}. */
  subdomain: string;
}

/** Body of `POST /connections/api-key`. @public */
export interface ConnectByApiKeyRequest {
  /** The entity that stands for the Gorgias account. */
  entityRef: string;
  /** As the user typed it, see {@link parseSubdomain}. */
  subdomain: string;
  /** The e-mail address of the Gorgias user whose key it is. */
  email: string;
  /** Made in Gorgias under "REST API" of the settings. Never given out again. */
  apiKey: string;
}

/** Answer of `POST /connections/api-key`. @public */
export interface ConnectByApiKeyResponse {
  connection: ConnectionSummary;
}

/** Answer of `POST /connections`: where to send the pop-up. @public */
export interface CreateConnectionResponse {
  sessionId: string;
  authorizeUrl: string;
  /** When the session lapses, ISO 8601 in UTC. */
  expiresAt: string;
}

/** Why connecting did not work. @public */
export type ConnectErrorCode =
  | 'access-denied'
  | 'expired'
  | 'state-invalid'
  | 'wrong-browser'
  | 'not-admin'
  | 'scope-missing'
  | 'wrong-account'
  | 'gorgias-refused'
  | 'gorgias-unreachable'
  | 'internal';

/** What happened and what to do, for each reason that connecting may fail. @public */
export const CONNECT_ERROR_MESSAGES: Readonly<
  Record<ConnectErrorCode, string>
> = GORGIAS_MESSAGES.connectErrors;

/** How an attempt to connect goes on, from `GET /connections/sessions/{sessionId}`. @public */
export interface ConnectionSession {
  sessionId: string;
  status: 'pending' | 'succeeded' | 'failed';
  errorCode?: ConnectErrorCode;
}

/**
 * What the callback page posts to the window that opened it. A hint only:
 * the receiver checks source, origin and session, and asks the backend.
 *
 * @public
 */
export interface ConnectMessage {
  type: 'gorgias-oauth';
  sessionId: string;
}
