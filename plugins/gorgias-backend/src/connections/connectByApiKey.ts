import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  CONNECT_ERROR_MESSAGES,
  ConnectErrorCode,
} from 'backstage-plugin-gorgias-common';
import { begun } from '../begun';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { findNewest } from '../events/pollEvents';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasClients } from '../gorgias/GorgiasClients';
import { GorgiasUser } from '../gorgias/schemas';
import { toErrorCode } from './ConnectError';
import { Connection } from './ConnectionStore';
import { keepConnection } from './keepConnection';
import { SealedTokens } from './SealedTokens';
import { LOOK_SECONDS, verifyAdmin } from './verifyGrant';

/** A person waits for the answer. */
const GIVE_UP_AFTER_SECONDS = 20;

/**
 * Connects an entity to a Gorgias account by the API key of one of its
 * admins. The key is tried before it is kept.
 *
 * @throws InputError or ServiceUnavailableError, which say what to do
 */
export async function connectByApiKey(
  request: {
    entityRef: string;
    subdomain: string;
    email: string;
    apiKey: string;
    userEntityRef: string;
  },
  context: {
    clients: GorgiasClients;
    database: GorgiasDatabase;
    sealed: SealedTokens;
    clock: Clock;
  },
): Promise<Connection> {
  const { entityRef, subdomain, email, apiKey, userEntityRef } = request;
  const { clients, database, sealed, clock } = context;
  const login = `${email.trim()}:${apiKey.trim()}`;
  const open = (giveUpAfterSeconds: number) =>
    clients.open(
      { subdomain, method: 'api-key' },
      async () => `Basic ${Buffer.from(login).toString('base64')}`,
      { giveUpAfterSeconds },
    );
  const newest = begun(findNewest(open(LOOK_SECONDS)));
  const client = open(GIVE_UP_AFTER_SECONDS);
  let user: GorgiasUser;
  try {
    user = await verifyAdmin(subdomain, client, () =>
      client.findUser(email.trim()),
    );
  } catch (error) {
    throw toHttpError(error);
  }
  const events = await newest;
  return database.transaction(stores =>
    keepConnection(stores, sealed, {
      entityRef,
      subdomain,
      method: 'api-key',
      secrets: { apiKey: login },
      accessTokenExpiresAt: null,
      scopes: [],
      user,
      events,
      connectedBy: userEntityRef,
      at: clock.now().toISOString(),
    }),
  );
}

const MESSAGES: Partial<Record<ConnectErrorCode, string>> = {
  'not-admin':
    'email: this Gorgias user is not an admin of the account, so nothing was connected. Use the API key of an admin.',
  'wrong-account': CONNECT_ERROR_MESSAGES['wrong-account'],
};

function toHttpError(error: unknown): unknown {
  if (isGorgiasError(error, 'unauthorized')) {
    return new InputError(
      'apiKey: Gorgias does not accept this e-mail and API key, so nothing was connected. Copy both anew from Gorgias, under Settings > REST API.',
    );
  }
  const code = toErrorCode(error);
  if (MESSAGES[code]) {
    return new InputError(MESSAGES[code]);
  }
  return code === 'internal'
    ? error
    : new ServiceUnavailableError(
        `${
          isGorgiasError(error) ? error.message : ''
        } Nothing was connected; try again in a minute.`.trim(),
      );
}
