import { ConnectionMethod } from 'backstage-plugin-gorgias-common';
import { Stores } from '../database';
import { connectionEvent } from '../evidence/ledgerEvents';
import { keepEvents } from '../events/pollEvents';
import { GorgiasEvent, GorgiasUser } from '../gorgias/schemas';
import { connectionIdOf } from './connectionId';
import { Connection } from './ConnectionStore';
import { Sealed, SealedTokens } from './SealedTokens';

/** What was verified, and is now to be kept. */
export interface NewConnection {
  entityRef: string;
  subdomain: string;
  method: ConnectionMethod;
  secrets: Partial<Record<Sealed, string>>;
  accessTokenExpiresAt: string | null;
  scopes: string[];
  user: GorgiasUser;
  connectedBy: string;
  at: string;
  /** The end of the event log as it was meanwhile, where it could be read. */
  events?: GorgiasEvent[];
}

/**
 * Keeps a new connection, or a new grant of a known one, and asks for its
 * first sync. To be called in a transaction.
 */
export async function keepConnection(
  stores: Stores,
  sealed: SealedTokens,
  connection: NewConnection,
): Promise<Connection> {
  const { entityRef, subdomain, user, at, secrets, events, ...plain } =
    connection;
  const known = await stores.connections.findByAccount(entityRef, subdomain);
  const id = known?.id ?? connectionIdOf(entityRef, subdomain);
  const kept: Connection = {
    id,
    entityRef,
    subdomain,
    method: plain.method,
    state: 'connected',
    stateReason: null,
    warning: null,
    scopes: plain.scopes,
    accessToken: null,
    refreshToken: null,
    apiKey: null,
    ...sealed.seal(id, secrets),
    accessTokenExpiresAt: plain.accessTokenExpiresAt,
    tokenVersion: (known?.tokenVersion ?? 0) + 1,
    gorgiasUser: { id: String(user.id), name: user.name, email: user.email },
    connectedBy: plain.connectedBy,
    connectedAt: at,
    disconnectedBy: null,
    disconnectedAt: null,
  };
  await stores.connections.put(kept);
  await stores.ledger.enter([
    connectionEvent(kept, { state: 'connected', at, by: kept.connectedBy }),
  ]);
  await stores.events.forgetPoll(id);
  // Whoever knows events already has to read on from those.
  if (events && !(await stores.events.findNewest(id))) {
    await keepEvents(id, stores.events, events, at);
  }
  if (known) {
    await stores.evaluations.follow(entityRef, id, at);
  }
  await stores.syncRuns.request(id, 'connected', at, plain.connectedBy);
  return kept;
}
