import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { z } from 'zod';
import { accountUrl } from './accountUrl';
import { parseAnswer } from './answers';
import { isGorgiasError } from './errors';
import { REQUEST_TIMEOUT_MILLISECONDS, sendToGorgias } from './http';
import { Patience, sendPatiently } from './sendPatiently';
import {
  AccessSettingsFacts,
  accountSchema,
  eventPageSchema,
  GorgiasEvent,
  GorgiasUser,
  settingsSchema,
  userPageSchema,
  userSchema,
} from './schemas';
import { traceRequest } from './traceRequest';

/** Gives the `Authorization` header of a request; asked again with `renew` after a refusal. */
export type AuthorizationProvider = (options: {
  renew: boolean;
}) => Promise<string>;

interface GorgiasClientOptions {
  baseUrl: string;
  subdomain: string;
  authorization: AuthorizationProvider;
  patience: Patience;
  tracing: TracingService;
}

const PAGE_SIZE = 100;

/**
 * Reads one Gorgias account through its REST API.
 *
 * Every method throws a GorgiasError when it can't give a whole and valid
 * answer.
 */
export class GorgiasClient {
  readonly #options: GorgiasClientOptions;

  constructor(options: GorgiasClientOptions) {
    this.#options = options;
  }

  /** The subdomain the account itself says it has. */
  async readDomain(): Promise<string> {
    const account = await this.#get(
      'Reading the account',
      '/api/account',
      accountSchema,
    );
    return account.domain;
  }

  /** A user by id; 0 is the user whose token this is. `undefined` when there is none. */
  async readUser(id: string): Promise<GorgiasUser | undefined> {
    try {
      return await this.#get(
        'Reading the user',
        `/api/users/${encodeURIComponent(id)}`,
        userSchema,
      );
    } catch (error) {
      if (isGorgiasError(error, 'not-found')) {
        return undefined;
      }
      throw error;
    }
  }

  /** The user with this address, however it is written. */
  async findUser(email: string): Promise<GorgiasUser | undefined> {
    const { data } = await this.#get(
      'Reading the user',
      '/api/users',
      userPageSchema,
      { email },
    );
    return data.find(user => user.email?.toLowerCase() === email.toLowerCase());
  }

  /**
   * Events of some types. With `since`, those from that time on, oldest
   * first; without, the newest ones, newest first.
   *
   * @param since - by Gorgias' clock
   */
  async readEventPage(query: {
    types: readonly string[];
    since?: string;
    limit: number;
    cursor?: string;
  }): Promise<{ events: GorgiasEvent[]; nextCursor: string | undefined }> {
    const { types, since, limit, cursor } = query;
    const page = await this.#get(
      'Reading the event log',
      '/api/events',
      eventPageSchema,
      [
        ...types.map((type): [string, string] => ['types', type]),
        ['limit', String(limit)],
        ['order_by', `created_datetime:${since ? 'asc' : 'desc'}`],
        ...(since
          ? [['created_datetime[gte]', since] as [string, string]]
          : []),
        ...(cursor ? [['cursor', cursor] as [string, string]] : []),
      ],
    );
    return {
      events: page.data,
      nextCursor: page.meta.next_cursor || undefined,
    };
  }

  /**
   * One page of users, oldest first: an order that changes to users don't
   * disturb.
   *
   * @param cursor - of the page before; only ever a query parameter
   */
  async readUserPage(
    cursor: string | undefined,
  ): Promise<{ users: GorgiasUser[]; nextCursor: string | undefined }> {
    const page = await this.#get(
      'Reading the users',
      '/api/users',
      userPageSchema,
      {
        limit: String(PAGE_SIZE),
        order_by: 'created_datetime:asc',
        ...(cursor && { cursor }),
      },
    );
    return { users: page.data, nextCursor: page.meta.next_cursor || undefined };
  }

  /** How people may sign in to the account; `undefined` when it has no settings on that. */
  async readAccessSettings(): Promise<AccessSettingsFacts | undefined> {
    return this.#get(
      'Reading the access settings',
      '/api/account/settings',
      settingsSchema,
      { type: 'access' },
    );
  }

  async #get<T extends z.ZodType>(
    what: string,
    path: string,
    schema: T,
    query?: Record<string, string> | Array<[string, string]>,
  ): Promise<z.output<T>> {
    const { baseUrl, subdomain, authorization, patience, tracing } =
      this.#options;
    const url = accountUrl(baseUrl, subdomain, path, query);
    let renew = false;
    const send = () =>
      sendPatiently(async tries => {
        const header = await authorization({ renew });
        renew = false;
        const method = 'GET';
        return traceRequest(
          tracing,
          { what, method, url, resends: tries - 1 },
          () =>
            sendToGorgias(
              url,
              {
                what,
                method,
                headers: { Authorization: header },
                signal: patience.signal,
              },
              patience.clock.timeout(REQUEST_TIMEOUT_MILLISECONDS),
            ),
        );
      }, patience);
    let answer = await send();
    if (answer.status === 401) {
      renew = true;
      answer = await send();
    }
    return parseAnswer(what, answer, schema);
  }
}
