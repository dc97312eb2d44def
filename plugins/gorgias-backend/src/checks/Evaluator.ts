import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { DueDays, toVerdicts } from 'backstage-plugin-gorgias-checks';
import { SystemFacts } from './SystemFacts';
import { toJudgedAccount } from '../accounts/judgedAccount';
import { begun } from '../begun';
import { GorgiasDatabase, Stores } from '../database';
import {
  describePopulation,
  enterPopulation,
  isSnapshotDue,
  SYSTEM_ID,
} from '../evidence/enterPopulation';
import { findContradictions } from '../events/contradictions';
import { Matching, StaffDirectory } from '../identities/StaffDirectory';
import { listInTurns } from '../inTurns';
import { rowsOf } from '../manyRows';
import { Clock } from '../clock';
import { followReviews } from '../reviews/followReview';
import { noteDay } from '../trends/noteDay';
import { dayOf } from '../trends/verdictDays';
import { Evaluation, EvaluationTerms } from './EvaluationStore';
import { countJudged } from './countSystem';
import { JudgedOne } from './digests';
import { judgeChanged } from './judgeChanged';
import { nextChange } from './nextChange';
import { identifyAll, KnownSystem, readSystem } from './readSystem';
import { lapseChange, verdictChanges } from './verdictChanges';
import { pairVerdicts, verdictsOf } from './verdictPairs';

interface EvaluatorOptions {
  matching: Matching;
  dueDays: DueDays;
  staleAfterSeconds: number;
  tracing: TracingService;
  /** Those that are to be told. */
  webhooks: ReadonlyArray<{ id: string }>;
}

/** Judges systems and keeps the verdicts. */
export class Evaluator {
  readonly #options: EvaluatorOptions;
  /** The systems of which this process has judged everybody, by the code that it runs. */
  readonly #judged = new Set<string>();

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
    return this.identify(await readSystem(stores, entityRef, now));
  }

  /** Says who everybody is of whom something is known. */
  async identify(known: KnownSystem): Promise<SystemFacts> {
    return identifyAll(known, this.directory(known.staff));
  }

  /**
   * Judges a system by all five checks, keeps what changed, and notes it in
   * the history. Call it in the transaction that changed what the verdicts
   * rest on.
   *
   * Accounts are judged of which something changed that they are judged from,
   * and compared with what is kept where something else may have come of it.
   * Once a day everybody is judged and compared, and everybody is judged by a
   * process that has not done so yet.
   */
  async evaluate(
    stores: Stores,
    entityRef: string,
    now: string,
  ): Promise<void> {
    await this.#options.tracing.startActiveSpan(
      'gorgias evaluate',
      { attributes: { 'gorgias.entity': entityRef } },
      () => this.#evaluate(stores, entityRef, now),
    );
  }

  async #evaluate(
    stores: Stores,
    entityRef: string,
    now: string,
  ): Promise<void> {
    const { dueDays, staleAfterSeconds } = this.#options;
    await stores.evaluations.begin(entityRef, now);
    const last = await stores.evaluations.last(entityRef);
    const isSnapshot = await isSnapshotDue(stores, entityRef, now);
    const compareAll = isSnapshot || !last || dayOf(last.at) !== dayOf(now);
    const known = await readSystem(stores, entityRef, now);
    // The database finds them while it is said who everybody is.
    const reading = begun(stores.judgedAccounts.digests(entityRef));
    const facts = await this.identify(known);
    const digests = await reading;
    const goesOn = this.#judged.has(entityRef) && last && isSameTime(last, now);
    const { compared, vanished, lapses, ground } = await judgeChanged(
      facts,
      { digests, ground: goesOn ? last.ground : null },
      { dueDays, compareAll },
    );

    const previous = compareAll
      ? await stores.verdicts.list(entityRef)
      : await stores.verdicts.listAbout(entityRef, [
          SYSTEM_ID,
          ...compared.map(({ subject }) => subject.account.id),
          ...vanished,
        ]);
    await stores.exceptions.lapse(lapses, now);
    const isKept = ({ subject }: JudgedOne) => digests.has(subject.account.id);
    const kept = await listInTurns(
      rowsOf(compared.filter(isKept), toJudgedAccount),
    );
    // What is written next is made while the database writes.
    const [pairs] = await Promise.all([
      listInTurns(
        pairVerdicts(
          previous,
          toVerdicts(facts, compared, { previous, dueDays }),
        ),
      ),
      stores.judgedAccounts.write(entityRef, {
        added: rowsOf(
          compared.filter(one => !isKept(one)),
          toJudgedAccount,
        ),
        kept,
        vanished,
      }),
    ]);
    const judged = {
      judged: compared,
      vanished,
      verdicts: verdictsOf(pairs),
      lapses,
      isSnapshot,
      staleAfterSeconds,
    };
    const [changed, changes, population] = await Promise.all([
      stores.verdicts.write(entityRef, pairs, now),
      verdictChanges(facts, entityRef, pairs),
      describePopulation(facts, judged),
    ]);
    await stores.webhooks.enter(
      this.#options.webhooks.map(({ id }) => id),
      changed,
    );
    await stores.history.add([
      ...changes,
      ...lapses.map(lapse => lapseChange(entityRef, lapse, now)),
    ]);
    const counts = countJudged(
      facts.accounts,
      pairs,
      compareAll ? undefined : last.counts.verdicts,
    );
    await noteDay(stores, entityRef, { now, staleAfterSeconds, counts });
    await followReviews(stores, entityRef, facts);
    await enterPopulation(stores, entityRef, facts, judged, population);
    await stores.evaluations.end(
      entityRef,
      { ...(await findMore(stores, entityRef, facts)), counts },
      { at: now, changesAt: nextChange(facts), ground },
    );
    this.#judged.add(entityRef);
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

/** Whether time alone has changed nothing since the last evaluation. */
function isSameTime({ at, changesAt }: EvaluationTerms, now: string): boolean {
  return at <= now && (changesAt === null || now < changesAt);
}

/** What there is to be found besides verdicts, and whose. */
async function findMore(
  stores: Stores,
  entityRef: string,
  { accounts }: SystemFacts,
): Promise<Omit<Evaluation, 'counts'>> {
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
