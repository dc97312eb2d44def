import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { DEFAULT_DUE_DAYS } from 'backstage-plugin-gorgias-checks';
import { Knex } from 'knex';
import {
  AccountFacts,
  toAccountFacts,
} from '../../plugins/gorgias-backend/src/accounts/account';
import { Evaluator } from '../../plugins/gorgias-backend/src/checks/Evaluator';
import { keepConnection } from '../../plugins/gorgias-backend/src/connections/keepConnection';
import { SealedTokens } from '../../plugins/gorgias-backend/src/connections/SealedTokens';
import { TokenCipher } from '../../plugins/gorgias-backend/src/connections/TokenCipher';
import { GorgiasDatabase } from '../../plugins/gorgias-backend/src/database';
import { newLinks } from '../../plugins/gorgias-backend/src/identities/identity';
import {
  ofSize,
  orgRolesOf,
  ruleOf,
  Size,
  staffOf,
  usersOf,
} from './organisation';

export const ENTITY = 'resource:default/gorgias';
const BEGIN = Date.parse('2026-06-01T00:00:00.000Z');
const STALE_AFTER_SECONDS = 2 * 60 * 60;

const noTracing = {
  startActiveSpan: (
    _name: string,
    _options: unknown,
    work: (span: object) => unknown,
  ) => work({ setAttribute: () => undefined }),
} as unknown as TracingService;

export const evaluator = new Evaluator({
  matching: { plusAliases: false, domainAliases: {} },
  dueDays: DEFAULT_DUE_DAYS,
  staleAfterSeconds: STALE_AFTER_SECONDS,
  tracing: noTracing,
  webhooks: [],
});

/** A connected critical system in a database, as a first sync leaves it but for the verdicts. */
export class System {
  readonly database: GorgiasDatabase;
  readonly #connectionId: string;
  readonly #accounts: AccountFacts[];
  #now: number;

  private constructor(
    database: GorgiasDatabase,
    connectionId: string,
    accounts: AccountFacts[],
    now: number,
  ) {
    this.database = database;
    this.#connectionId = connectionId;
    this.#accounts = accounts;
    this.#now = now;
  }

  /** A system that was made before, and left as it was made. */
  static async open(
    knex: Knex,
    { accounts, now }: { accounts: number; now: string },
  ): Promise<System> {
    const database = await GorgiasDatabase.create({
      getClient: async () => knex,
      migrations: { skip: true },
    });
    const connection = await database.stores.connections.findByEntity(ENTITY);
    return new System(
      database,
      connection!.id,
      usersOf(ofSize(accounts)).map(toAccountFacts),
      Date.parse(now),
    );
  }

  static async create(knex: Knex, size: Size): Promise<System> {
    const database = await GorgiasDatabase.create({
      getClient: async () => knex,
    });
    const accounts = usersOf(size).map(toAccountFacts);
    const staff = staffOf(size);
    const at = new Date(BEGIN).toISOString();
    const connectionId = await database.transaction(async stores => {
      const { id } = await keepConnection(
        stores,
        new SealedTokens(
          new TokenCipher([{ id: 'benchmark', secret: 'x'.repeat(32) }]),
        ),
        {
          entityRef: ENTITY,
          subdomain: 'acme',
          method: 'oauth',
          secrets: { accessToken: 'a', refreshToken: 'b' },
          accessTokenExpiresAt: null,
          scopes: [],
          user: usersOf(size)[0],
          connectedBy: staff[0].entityRef,
          at,
        },
      );
      await stores.staff.put(staff, orgRolesOf(size));
      await stores.accessSettings.put(
        id,
        { ssoEnforcedAt: null, twoFactorEnforcedAt: null, ssoWays: [] },
        at,
      );
      await stores.accounts.replaceSnapshot(id, [], {
        facts: accounts,
        readAt: at,
      });
      await stores.identityLinks.add(
        id,
        newLinks(
          await stores.accounts.list(id),
          new Map(),
          evaluator.directory(staff),
          at,
        ),
      );
      await stores.criticalSystems.add({
        entityRef: ENTITY,
        title: 'Gorgias',
        owner: staff[0].entityRef,
        addedBy: staff[0].entityRef,
        addedAt: at,
      });
      await stores.accessRules.replace(ENTITY, 0, {
        spec: ruleOf(size),
        updatedBy: staff[0].entityRef,
        updatedAt: at,
      });
      return id;
    });
    return new System(database, connectionId, accounts, BEGIN);
  }

  /** As time passes between two syncs. */
  later(): string {
    this.#now += 60_000;
    return new Date(this.#now).toISOString();
  }

  /** Judges the system, in a transaction as a sync does. */
  async evaluate(): Promise<void> {
    const now = this.later();
    await this.database.transaction(stores =>
      evaluator.evaluate(stores, ENTITY, now),
    );
  }

  /** Lets a share of the accounts change in a way that verdicts hang on. */
  async change(share: number): Promise<void> {
    const every = Math.round(1 / share);
    for (let index = 0; index < this.#accounts.length; index += every) {
      const account = this.#accounts[index];
      this.#accounts[index] = {
        ...account,
        ownTwoFactor: !account.ownTwoFactor,
      };
    }
    const { accounts } = this.database.stores;
    await accounts.replaceSnapshot(
      this.#connectionId,
      await accounts.list(this.#connectionId),
      { facts: this.#accounts, readAt: this.later() },
    );
  }
}
