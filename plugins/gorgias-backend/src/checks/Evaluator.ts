import {
  DueDays,
  judgeSystem,
  SystemVerdict,
} from 'backstage-plugin-gorgias-checks';
import { SystemFacts } from './SystemFacts';
import { isDeepStrictEqual } from 'node:util';
import { toJudgedAccounts } from '../accounts/judgedAccount';
import { toSignInSettings } from '../accounts/signInSettings';
import { GorgiasDatabase, Stores } from '../database';
import { enterPopulation } from '../evidence/enterPopulation';
import { findContradictions } from '../events/contradictions';
import { identify } from '../identities/identity';
import { IdentityMatch } from '../identities/identityMatch';
import { Matching, StaffDirectory } from '../identities/StaffDirectory';
import { Change } from '../history/HistoryStore';
import { Clock } from '../clock';
import { followReviews } from '../reviews/followReview';
import { noteDay } from '../trends/noteDay';
import { Evaluation } from './EvaluationStore';
import { nextChange } from './nextChange';
import { keyOf } from './statusChanges';

interface EvaluatorOptions {
  matching: Matching;
  dueDays: DueDays;
  staleAfterSeconds: number;
  /** Those that are to be told. */
  webhooks: ReadonlyArray<{ id: string }>;
}

/** Judges systems and keeps the verdicts. */
export class Evaluator {
  readonly #options: EvaluatorOptions;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  /** How old facts may be. */
  get staleAfterSeconds(): number {
    return this.#options.staleAfterSeconds;
  }

  /** Finds staff members by what their e-mail addresses are taken for. */
  directory(staff: SystemFacts['staff']): StaffDirectory {
    return new StaffDirectory(staff, this.#options.matching);
  }

  /** Collects what is known of a system, as one consistent state if the stores are in a transaction. */
  async load(
    stores: Stores,
    entityRef: string,
    now: string,
  ): Promise<SystemFacts> {
    const connection = await stores.connections.findByEntity(entityRef);
    const connectionId = connection?.id ?? '';
    const critical = await stores.criticalSystems.get(entityRef);
    const rule = await stores.accessRules.get(entityRef);
    const staff = await stores.staff.list();
    const accounts = await stores.accounts.list(connectionId);
    const links = await stores.identityLinks.list(connectionId);
    const linkOf = new Map(links.map(link => [link.accountId, link]));
    const matchesOf = new Map<string, IdentityMatch[]>();
    for (const match of await stores.identityMatches.list(connectionId)) {
      const others = matchesOf.get(match.accountId) ?? [];
      matchesOf.set(match.accountId, [...others, match]);
    }
    const assigned = await stores.identityAssignments.list(connectionId);
    const directory = this.directory(staff);
    const settings = await stores.accessSettings.get(connectionId);
    return {
      isCritical: critical !== undefined,
      rule: critical && rule?.spec,
      owner: critical?.owner ?? undefined,
      accounts,
      identities: new Map(
        accounts.map(account => [
          account.id,
          identify(
            account,
            {
              link: linkOf.get(account.id),
              matches: matchesOf.get(account.id),
              assigned: assigned.get(account.id),
            },
            directory,
          ),
        ]),
      ),
      signInSettings: toSignInSettings(settings, now),
      staff,
      orgRoles: await stores.staff.listOrgRoles(),
      exceptions: await stores.exceptions.listOpen(entityRef),
      lastLogIns: await stores.events.lastLogIns(connectionId),
      now,
    };
  }

  /**
   * Judges a system by all five checks, keeps what changed, and notes it in
   * the history. Call it in the transaction that changed what the verdicts
   * rest on.
   */
  async evaluate(
    stores: Stores,
    entityRef: string,
    now: string,
  ): Promise<void> {
    await stores.evaluations.begin(entityRef, now);
    const facts = await this.load(stores, entityRef, now);
    const previous = await stores.verdicts.list(entityRef);
    const { verdicts, lapses } = judgeSystem(
      facts,
      previous,
      this.#options.dueDays,
    );
    await stores.exceptions.lapse(lapses, now);
    const changed = await stores.verdicts.write(
      entityRef,
      previous,
      verdicts,
      now,
    );
    await stores.webhooks.enter(
      this.#options.webhooks.map(({ id }) => id),
      changed,
    );
    await noteDay(stores, entityRef, verdicts, { now, ...this.#options });
    await stores.history.add([
      ...verdictChanges(entityRef, previous, verdicts, now),
      ...lapses.map(
        ({ exception, because, becauseParts }): Change => ({
          entityRef,
          at: now,
          kind: 'exception',
          accountId: exception.accountId,
          checkId: exception.checkId,
          before: { id: exception.id, status: exception.status },
          after: {
            id: exception.id,
            status: 'lapsed',
            because,
            becauseParts,
          },
        }),
      ),
    ]);
    await stores.judgedAccounts.write(
      entityRef,
      toJudgedAccounts(facts, verdicts),
    );
    await followReviews(stores, entityRef, facts, verdicts);
    await enterPopulation(stores, entityRef, facts, {
      verdicts,
      lapses,
      staleAfterSeconds: this.staleAfterSeconds,
    });
    await stores.evaluations.end(
      entityRef,
      await findMore(stores, entityRef, facts),
      nextChange(facts),
    );
  }

  /** Judges anew the systems of which time alone has changed a verdict. */
  async evaluateDue(database: GorgiasDatabase, clock: Clock): Promise<void> {
    const now = clock.now().toISOString();
    for (const entityRef of await database.stores.evaluations.listDue(now)) {
      await database.transaction(stores =>
        this.evaluate(stores, entityRef, now),
      );
    }
  }
}

/** What there is to be found besides verdicts. */
async function findMore(
  stores: Stores,
  entityRef: string,
  { accounts }: SystemFacts,
): Promise<Evaluation> {
  const connection = await stores.connections.findByEntity(entityRef);
  // Every account of a complete read was last seen when that began.
  const readAt = accounts
    .map(({ lastSeenAt }) => lastSeenAt)
    .reduce((a, b) => (a > b ? a : b), '');
  return {
    connectionId: connection?.id ?? null,
    contradictions: connection
      ? findContradictions(
          await stores.events.list(connection.id),
          accounts,
          readAt || null,
        )
      : [],
  };
}

/** The verdicts whose status or ground changed, and those that are new. */
function verdictChanges(
  entityRef: string,
  previous: readonly SystemVerdict[],
  verdicts: readonly SystemVerdict[],
  now: string,
): Change[] {
  const before = new Map(
    previous.map(stored => [keyOf(stored), stored.verdict]),
  );
  return verdicts.flatMap(stored => {
    const was = before.get(keyOf(stored));
    const is = stored.verdict;
    if (
      was?.status === is.status &&
      was.ground === is.ground &&
      isDeepStrictEqual(was.facts, is.facts)
    ) {
      return [];
    }
    const show = ({ status, ground, groundParts, facts }: typeof is) => ({
      status,
      ground,
      ...(groundParts && { groundParts }),
      facts,
    });
    return [
      {
        entityRef,
        at: now,
        kind: 'verdict' as const,
        ...(stored.accountId && { accountId: stored.accountId }),
        checkId: is.checkId,
        before: was ? show(was) : null,
        after: show(is),
      },
    ];
  });
}
