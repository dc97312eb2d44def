import { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { Account } from './accounts/Account';
import { AccountSeed, loadSeeds, parseSeeds } from './accounts/seed';
import {
  answerNotFound,
  createAccountRouter,
  EmulatorRequest,
} from './accountRouter';
import { createControlRouter } from './control/router';
import { OAuthApp } from './oauth/OAuthApp';
import { limitScopes, splitScopes } from './oauth/scopes';
import { replyToCode, TokenReply } from './oauth/tokenReplies';

/**
 * A local Gorgias with any number of accounts.
 *
 * @public
 */
export interface Emulator {
  /** Serves every account under its subdomain, and the control API. */
  router: ExpressRouter;
  /**
   * Gives the tokens that the pages would have led to, had this user allowed
   * the access. A short cut for tests that are not about the pages.
   */
  grant(options: {
    subdomain: string;
    email: string;
    scope: string;
  }): Promise<TokenReply>;
}

/**
 * Makes an emulator. All its state is in memory and its own.
 *
 * @public
 */
export function createEmulator(options: {
  /** Where the router is mounted; account `acme` is at `{baseUrl}/acme`. */
  baseUrl: string;
  oauthApp: OAuthApp;
  /** Default: those of `data/accounts.json`, and `acme-large`. */
  accounts?: AccountSeed[];
  now?: () => Date;
  /**
   * Awaited before each request to an account is handled, its pages included,
   * so that a test can change the account between two pages of a list. The
   * request fails with what this throws.
   */
  onRequest?: (request: EmulatorRequest) => Promise<void> | void;
}): Emulator {
  if (process.env.NODE_ENV === 'production') {
    throw new Error(
      'The Gorgias emulator lets anybody in, so it does not start when NODE_ENV is "production": remove it from this backend.',
    );
  }
  const {
    oauthApp,
    onRequest,
    accounts: seeds = loadSeeds(),
    now = () => new Date(),
  } = options;
  const baseUrl = options.baseUrl.replace(/\/$/, '');
  const accounts = new Map(
    parseSeeds(seeds).map(data => [
      data.subdomain,
      new Account(data, { url: `${baseUrl}/${data.subdomain}`, now }),
    ]),
  );

  const router = Router();
  router.use('/control', createControlRouter({ accounts, baseUrl }));
  for (const account of accounts.values()) {
    router.use(
      `/${account.subdomain}`,
      createAccountRouter(account, { oauthApp, onRequest }),
    );
  }
  router.use(answerNotFound);

  return {
    router,
    async grant({ subdomain, email, scope }) {
      const account = accounts.get(subdomain);
      const user = account?.users.findByEmail(email);
      if (!account || !user) {
        throw new Error(
          `There is no user "${email}" in account "${subdomain}"`,
        );
      }
      return replyToCode(account, {
        userId: user.id,
        clientId: oauthApp.clientId,
        scopes: limitScopes(
          splitScopes(scope),
          account.behaviour.scopesGranted,
        ),
      });
    },
  };
}
