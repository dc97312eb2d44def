import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { AccessSettingsStore } from './accounts/AccessSettingsStore';
import { AccountStore } from './accounts/AccountStore';
import { JudgedAccountStore } from './accounts/JudgedAccountStore';
import { ListedAccountStore } from './accounts/ListedAccountStore';
import { EvaluationStore } from './checks/EvaluationStore';
import { VerdictStore } from './checks/VerdictStore';
import { ConnectionStore } from './connections/ConnectionStore';
import { ConnectSessionStore } from './connections/ConnectSessionStore';
import { HeadStore } from './evidence/HeadStore';
import { LedgerStore } from './evidence/LedgerStore';
import { PopulationStore } from './evidence/PopulationStore';
import { EventStore } from './events/EventStore';
import { ExceptionStore } from './exceptions/ExceptionStore';
import { HistoryStore } from './history/HistoryStore';
import { IdentityAssignmentStore } from './identities/IdentityAssignmentStore';
import { IdentityChangeStore } from './identities/IdentityChangeStore';
import { IdentityLinkStore } from './identities/IdentityLinkStore';
import { IdentityMatchStore } from './identities/IdentityMatchStore';
import { ToldStore } from './notifications/ToldStore';
import { ReviewItemStore } from './reviews/ReviewItemStore';
import { ReviewMessageStore } from './reviews/ReviewMessageStore';
import { ReviewStore } from './reviews/ReviewStore';
import { AccessRuleStore } from './rules/AccessRuleStore';
import { OffboardingStore } from './staff/OffboardingStore';
import { RevocationStore } from './staff/RevocationStore';
import { isPostgres } from './manyRows';
import { Answers, askTogether, Question } from './questions';
import { Changed, OnChange } from './signals/changes';
import { StaffStore } from './staff/StaffStore';
import { SyncRunStore } from './sync/SyncRunStore';
import { CriticalSystemStore } from './systems/CriticalSystemStore';
import { TrendStore } from './trends/TrendStore';
import { WebhookStore } from './webhooks/WebhookStore';

/** Every table of the plugin, one store a group of tables. */
export interface Stores {
  /** Answers questions of several of them at once, for people who wait. */
  ask<Questions extends Record<string, Question<unknown>>>(
    questions: Questions,
  ): Promise<Answers<Questions>>;
  accounts: AccountStore;
  judgedAccounts: JudgedAccountStore;
  listedAccounts: ListedAccountStore;
  accessSettings: AccessSettingsStore;
  connections: ConnectionStore;
  connectSessions: ConnectSessionStore;
  syncRuns: SyncRunStore;
  events: EventStore;
  staff: StaffStore;
  offboardings: OffboardingStore;
  revocations: RevocationStore;
  identityLinks: IdentityLinkStore;
  identityMatches: IdentityMatchStore;
  identityAssignments: IdentityAssignmentStore;
  identityChanges: IdentityChangeStore;
  accessRules: AccessRuleStore;
  criticalSystems: CriticalSystemStore;
  exceptions: ExceptionStore;
  evaluations: EvaluationStore;
  verdicts: VerdictStore;
  history: HistoryStore;
  ledger: LedgerStore;
  ledgerHeads: HeadStore;
  ledgerPopulation: PopulationStore;
  reviews: ReviewStore;
  reviewItems: ReviewItemStore;
  reviewMessages: ReviewMessageStore;
  told: ToldStore;
  trends: TrendStore;
  webhooks: WebhookStore;
}

function createStores(knex: Knex, onChange: OnChange): Stores {
  const ledger = new LedgerStore(knex);
  return {
    ask: questions => askTogether(knex, questions),
    accounts: new AccountStore(knex),
    judgedAccounts: new JudgedAccountStore(knex),
    listedAccounts: new ListedAccountStore(knex),
    accessSettings: new AccessSettingsStore(knex),
    connections: new ConnectionStore(knex, onChange),
    connectSessions: new ConnectSessionStore(knex),
    syncRuns: new SyncRunStore(knex, onChange),
    events: new EventStore(knex),
    staff: new StaffStore(knex),
    offboardings: new OffboardingStore(knex),
    revocations: new RevocationStore(knex),
    identityLinks: new IdentityLinkStore(knex),
    identityMatches: new IdentityMatchStore(knex),
    identityAssignments: new IdentityAssignmentStore(knex),
    identityChanges: new IdentityChangeStore(knex),
    accessRules: new AccessRuleStore(knex),
    criticalSystems: new CriticalSystemStore(knex),
    exceptions: new ExceptionStore(knex),
    evaluations: new EvaluationStore(knex, onChange),
    verdicts: new VerdictStore(knex, onChange),
    history: new HistoryStore(knex, ledger),
    ledger,
    ledgerHeads: new HeadStore(knex),
    ledgerPopulation: new PopulationStore(knex),
    reviews: new ReviewStore(knex, onChange),
    reviewItems: new ReviewItemStore(knex),
    reviewMessages: new ReviewMessageStore(knex),
    told: new ToldStore(knex),
    trends: new TrendStore(knex),
    webhooks: new WebhookStore(knex),
  };
}

/** The plugin's database: its stores, alone or together in one transaction. */
export class GorgiasDatabase {
  static async create(database: DatabaseService): Promise<GorgiasDatabase> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          'backstage-plugin-gorgias-backend',
          'migrations',
        ),
      });
    }
    return new GorgiasDatabase(knex);
  }

  readonly stores: Stores;
  readonly #knex: Knex;
  #onChange: OnChange = () => undefined;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.stores = createStores(knex, changed => this.#onChange(changed));
  }

  /** From now on tells a listener, which must not throw, of changes that are committed. */
  tell(listener: OnChange): void {
    this.#onChange = listener;
  }

  /** The answers to questions as of one instant, whatever is committed meanwhile. */
  async ask<Questions extends Record<string, Question<unknown>>>(
    questionsTo: (stores: Stores) => Questions,
  ): Promise<Answers<Questions>> {
    // One statement, which needs no transaction to be of one instant.
    return isPostgres(this.#knex)
      ? this.stores.ask(questionsTo(this.stores))
      : this.read(stores => stores.ask(questionsTo(stores)));
  }

  /** Reads as of one instant, whatever is committed meanwhile. */
  async read<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.#knex.transaction(
      trx => work(createStores(trx, () => {})),
      // SQLite has others wait, and its driver warns of these.
      isPostgres(this.#knex)
        ? { isolationLevel: 'repeatable read', readOnly: true }
        : undefined,
    );
  }

  /**
   * Does everything or nothing. Use only the stores that are passed in:
   * others would wait for the transaction on a database with one connection.
   */
  async transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const changes = new Map<unknown, Changed>();
    const result = await this.#knex.transaction(trx =>
      work(
        createStores(trx, changed =>
          // A system is told of once, however often it changed; of verdicts
          // each change counts.
          changes.set(
            'verdicts' in changed ? changed : JSON.stringify(changed),
            changed,
          ),
        ),
      ),
    );
    for (const changed of changes.values()) {
      this.#onChange(changed);
    }
    return result;
  }
}
