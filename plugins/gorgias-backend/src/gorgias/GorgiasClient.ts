import { z } from 'zod';
import { accountUrl } from './accountUrl';
import { parseAnswer } from './answers';
import { isGorgiasError } from './errors';
import { sendToGorgias } from './http';
import {
  AccessSettingsFacts,
  accountSchema,
  GorgiasUser,
  settingsSchema,
  userPageSchema,
  userSchema,
} from './schemas';

/** Gives the access token for a request; asked again with `renew` after a refusal. */
export type AccessTokenProvider = (options: {
  renew: boolean;
}) => Promise<string>;

const PAGE_SIZE = 100;

/**
 * Reads one Gorgias account through its REST API.
 *
 * Every method throws a GorgiasError when it can't give a whole and valid
 * answer.
 */
export class GorgiasClient {
  readonly #options: {
    baseUrl: string;
    subdomain: string;
    accessToken: AccessTokenProvider;
    signal?: AbortSignal;
  };

  constructor(options: {
    baseUrl: string;
    subdomain: string;
    accessToken: AccessTokenProvider;
    signal?: AbortSignal;
  }) {
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
      if (isGorgiasError(error, 'unknown-account')) {
        return undefined;
      }
      throw error;
    }
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
    query?: Record<string, string>,
  ): Promise<z.output<T>> {
    const { baseUrl, subdomain, accessToken, signal } = this.#options;
    const url = accountUrl(baseUrl, subdomain, path, query);
    const send = async (renew: boolean) =>
      sendToGorgias(url, {
        method: 'GET',
        headers: { Authorization: `Bearer ${await accessToken({ renew })}` },
        signal,
      });
    let answer = await send(false);
    if (answer.status === 401) {
      answer = await send(true);
    }
    return parseAnswer(what, answer, schema);
  }
}
