import {
  judgeAccessControlFacts,
  judgeAccount,
} from 'backstage-plugin-gorgias-checks';
import { canonicalJson, JsonObject } from './canonical';
import { ChainedEntry, isDisclosed, LedgerEntry } from './entry';
import { recallAccount, RecordedSystem } from './facts';
import {
  POPULATION_KINDS,
  PopulationRow,
  PopulationVerdict,
} from './population';

type Note = (sequence: number, reason: string) => void;

const SYSTEM_CHECK = 'access-control-configured';

/**
 * Judges again what the ledger says was judged: every account when something
 * of it changed, and all of them when something changed that they are all
 * judged by. Also holds the entries of verdicts against it, the access rules
 * and the exceptions.
 */
export class VerdictVerifier {
  readonly #entityRef: string;
  readonly #note: Note;
  readonly #rows = new Map<string, PopulationRow>();
  /** Those before a snapshot, until all of it was seen. */
  #previous: ReadonlyMap<string, PopulationRow> = new Map();
  /** What the last entry of a verdict said, by check and account. */
  readonly #told = new Map<string, { status: string; sequence: number }>();
  /** Rules that were judged by, and where first; and those that somebody set. */
  readonly #rulesUsed = new Map<string, number>();
  readonly #rulesSet = new Set<string>();
  /** Exceptions by which verdicts are exempt, and where first; and those that somebody approved. */
  readonly #exceptionsUsed = new Map<string, number>();
  readonly #exceptionsApproved = new Set<string>();
  /** Of what is being entered in several parts: those already judged, and whether all others have to be. */
  readonly #group = new Set<string>();
  #judgeAll = false;
  #system: RecordedSystem | undefined;
  #lastAt = '';
  #judged = 0;
  #unjudged = 0;

  /** @param note - takes what is wrong with an entry */
  constructor(entityRef: string, note: Note) {
    this.#entityRef = entityRef;
    this.#note = note;
  }

  /** How many verdicts on accounts were judged again. */
  get judged(): number {
    return this.#judged;
  }

  /** How many rows tell no facts, since an earlier version entered them. */
  get unjudged(): number {
    return this.#unjudged;
  }

  /** Takes the next entry into account. */
  add(entry: ChainedEntry): void {
    if (!isDisclosed(entry) || entry.entityRef !== this.#entityRef) {
      return;
    }
    switch (entry.kind) {
      case POPULATION_KINDS.snapshot:
      case POPULATION_KINDS.part:
      case POPULATION_KINDS.change:
        this.#addPopulation(entry);
        break;
      case 'verdict':
        this.#addVerdict(entry);
        break;
      case 'access-rule':
        this.#addRule(entry.body?.after);
        break;
      case 'exception':
        this.#addException(entry.body, entry.body?.after);
        break;
      default:
    }
  }

  /**
   * Holds against each other what need not have stood in this order, and
   * judges everybody again as of the end of the period, or of the last entry.
   *
   * @returns how many verdicts time alone would have changed until then
   */
  end(to: string): number {
    for (const row of this.#rows.values()) {
      this.#compareTold(row);
    }
    for (const [rule, sequence] of this.#rulesUsed) {
      if (!this.#rulesSet.has(rule)) {
        this.#note(sequence, 'is judged by an access rule that nobody set');
      }
    }
    for (const [exception, sequence] of this.#exceptionsUsed) {
      if (!this.#exceptionsApproved.has(exception)) {
        this.#note(
          sequence,
          `has a verdict that is exempt by an exception that nobody approved: ${exception}`,
        );
      }
    }
    const at = to > this.#lastAt ? to : this.#lastAt;
    return [...this.#rows.values()].reduce(
      (sum, row) => sum + (this.#differences(row, at)?.length ?? 0),
      0,
    );
  }

  #addPopulation({ kind, sequence, at, body }: LedgerEntry): void {
    if (body === null) {
      // What came before it is not known either.
      this.#forget();
      return;
    }
    this.#lastAt = at;
    if (kind === POPULATION_KINDS.snapshot) {
      this.#previous = new Map(this.#rows);
      this.#rows.clear();
      for (const exception of body.exceptions as JsonObject[]) {
        this.#addException(exception, exception);
      }
      this.#addRule(body.accessRule);
    }
    if (body.system) {
      this.#addSystem(sequence, at, body.system as unknown as RecordedSystem);
    }
    for (const id of (body.removed ?? []) as string[]) {
      this.#rows.delete(id);
    }
    for (const row of body.rows as unknown as PopulationRow[]) {
      const { accountId } = row;
      const before = this.#rows.get(accountId) ?? this.#previous.get(accountId);
      this.#rows.set(accountId, row);
      this.#group.add(accountId);
      this.#judge(sequence, at, row);
      this.#compareSince(sequence, at, row, before);
      this.#compareTold(row);
    }
    if (body.part === body.of) {
      this.#endGroup(sequence, at);
    }
  }

  #endGroup(sequence: number, at: string): void {
    if (this.#judgeAll) {
      for (const row of this.#rows.values()) {
        if (!this.#group.has(row.accountId)) {
          this.#judge(sequence, at, row);
        }
      }
    }
    this.#judgeAll = false;
    this.#group.clear();
    this.#previous = new Map();
  }

  #addSystem(sequence: number, at: string, system: RecordedSystem): void {
    const before = this.#system;
    this.#system = system;
    const sharedBy = ({ rule, signInSettings }: RecordedSystem) =>
      canonicalJson({ rule, signInSettings });
    this.#judgeAll ||=
      before === undefined || sharedBy(before) !== sharedBy(system);
    if (system.rule) {
      const rule = canonicalJson(system.rule);
      if (!this.#rulesUsed.has(rule)) {
        this.#rulesUsed.set(rule, sequence);
      }
    }
    const { isCritical, rule, accessControl, verdict } = system;
    const { status } = judgeAccessControlFacts(
      { isCritical, rule: rule ?? undefined, ...accessControl },
      undefined,
    );
    if (verdict.status !== status) {
      this.#note(
        sequence,
        `says ${verdict.status} of ${SYSTEM_CHECK}, and the facts say ${status}`,
      );
    }
    this.#compareSinces(sequence, at, SYSTEM_CHECK, verdict, before?.verdict);
  }

  #judge(sequence: number, at: string, row: PopulationRow): void {
    const differences = this.#differences(row, at);
    if (differences === undefined) {
      this.#unjudged += 1;
      return;
    }
    this.#judged += Object.keys(row.verdicts).length;
    for (const { checkId, says, judged } of differences) {
      this.#note(
        sequence,
        `says ${says} of ${checkId} for the account ${row.accountId}, and the facts say ${judged}`,
      );
    }
    for (const [checkId, { exceptionId }] of Object.entries(row.verdicts)) {
      const exception =
        exceptionId && keyOfException(exceptionId, checkId, row.accountId);
      if (exception && !this.#exceptionsUsed.has(exception)) {
        this.#exceptionsUsed.set(exception, sequence);
      }
    }
  }

  /** What a row says otherwise than its facts at a time; `undefined` when it has none. */
  #differences(
    row: PopulationRow,
    at: string,
  ): Array<{ checkId: string; says: string; judged: string }> | undefined {
    if (!row.facts || !this.#system) {
      return undefined;
    }
    const { subject, exceptions } = recallAccount(
      row,
      row.facts,
      this.#system,
      at,
    );
    return judgeAccount(subject, exceptions).flatMap(({ checkId, outcome }) => {
      const verdict = row.verdicts[checkId];
      const says = describe(verdict?.status, verdict?.exceptionId);
      const judged = describe(outcome.status, outcome.exceptionId);
      return says === judged ? [] : [{ checkId, says, judged }];
    });
  }

  #compareSince(
    sequence: number,
    at: string,
    { accountId, verdicts }: PopulationRow,
    before: PopulationRow | undefined,
  ): void {
    for (const [checkId, verdict] of Object.entries(verdicts)) {
      this.#compareSinces(
        sequence,
        at,
        `${checkId} for the account ${accountId}`,
        verdict,
        before?.verdicts[checkId],
      );
    }
  }

  #compareSinces(
    sequence: number,
    at: string,
    what: string,
    { status, since }: PopulationVerdict,
    before: PopulationVerdict | undefined,
  ): void {
    const isRight = before
      ? since === (before.status === status ? before.since : at)
      : since <= at;
    if (!isRight) {
      this.#note(sequence, `says ${status} since ${since} of ${what}`);
    }
  }

  #addVerdict({ sequence, body }: LedgerEntry): void {
    if (body) {
      const { accountId = '', checkId, after } = body;
      this.#told.set(`${checkId}/${accountId}`, {
        status: String((after as JsonObject).status),
        sequence,
      });
    }
  }

  #compareTold({ accountId, verdicts }: PopulationRow): void {
    for (const [checkId, { status }] of Object.entries(verdicts)) {
      const told = this.#told.get(`${checkId}/${accountId}`);
      if (told && told.status !== status) {
        this.#note(
          told.sequence,
          `says ${told.status}, and whoever had access is entered with ${status}`,
        );
      }
    }
  }

  #addRule(rule: unknown): void {
    if (rule) {
      this.#rulesSet.add(canonicalJson((rule as JsonObject).spec));
    }
  }

  #addException(of: JsonObject | null, after: unknown): void {
    const { id, status } = (after ?? {}) as JsonObject;
    if (of && status === 'approved') {
      this.#exceptionsApproved.add(
        keyOfException(String(id), String(of.checkId), String(of.accountId)),
      );
    }
  }

  #forget(): void {
    this.#rows.clear();
    this.#group.clear();
    this.#previous = new Map();
    this.#system = undefined;
    this.#judgeAll = false;
  }
}

function describe(status: string | undefined, exceptionId: string | undefined) {
  return exceptionId ? `${status} by ${exceptionId}` : `${status}`;
}

function keyOfException(id: string, checkId: string, accountId: string) {
  return `${id} (${checkId} for the account ${accountId})`;
}
