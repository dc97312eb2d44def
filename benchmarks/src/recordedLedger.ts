import { generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  AccountSubject,
  accountSubjects,
  DEFAULT_DUE_DAYS,
  judgeAccount,
  judgeSystem,
  SystemVerdict,
  toVerdict,
} from 'backstage-plugin-gorgias-checks';
import {
  bodyHashOf,
  canonicalJson,
  contentHashOf,
  entryHashOf,
  JsonObject,
  LedgerEntry,
  NO_HASH,
  POPULATION_KINDS,
  scopeOf,
  SignedHead,
  signHead,
} from 'backstage-plugin-gorgias-evidence';
import { Account } from '../../plugins/gorgias-backend/src/accounts/account';
import { SystemFacts } from '../../plugins/gorgias-backend/src/checks/SystemFacts';
import {
  inParts,
  populationRows,
  recordSystem,
} from '../../plugins/gorgias-backend/src/evidence/enterPopulation';
import { toLedgerEvent } from '../../plugins/gorgias-backend/src/evidence/ledgerEvents';
import { partsOf } from '../../plugins/gorgias-backend/src/evidence/partsOf';
import { LedgerEvent } from '../../plugins/gorgias-backend/src/evidence/LedgerStore';
import { Size } from './organisation';
import { factsOf } from './facts';
import { ENTITY } from './system';

const BEGIN = Date.parse('2025-06-01T00:00:00.000Z');
/** One million entries take a year by this. */
const STEP_MS = 126_000;
const STEPS_BETWEEN_HEADS = 28;
const ENTRIES_OF_A_STEP = 4;
const OTHER = 'resource:default/other';
const STALE_AFTER_SECONDS = 2 * 60 * 60;

const timeOf = (step: number) => new Date(BEGIN + step * STEP_MS).toISOString();

const monthOf = (step: number) => timeOf(step).slice(0, 7);
const isNewMonth = (step: number) =>
  step === 0 || monthOf(step - 1) !== monthOf(step);

/**
 * A ledger as the plugin writes it while one account after another changes:
 * everybody once a month, and for each change the sync run that found it, the
 * verdict and the account anew. Every fourth entry is about another system.
 */
export class RecordedLedger {
  readonly key = {
    keyId: 'benchmark',
    ...generateKeyPairSync('ed25519'),
  };
  readonly period: { from: string; to: string };
  /** One an hour, as far as entries were read. */
  readonly heads: SignedHead[] = [];
  readonly #steps: number;
  readonly #facts: SystemFacts;
  readonly #subjects: Array<AccountSubject & { account: Account }>;
  readonly #verdicts: SystemVerdict[][];
  #previousHash = NO_HASH;
  #sequence = 0;

  /** @param least - how many entries there are to be, at least */
  constructor(size: Size, least: number) {
    this.#steps = Math.ceil(least / ENTRIES_OF_A_STEP);
    this.period = { from: timeOf(0), to: timeOf(this.#steps) };
    this.#facts = factsOf(size, timeOf(0));
    this.#subjects = accountSubjects(this.#facts);
    this.#verdicts = this.#subjects.map(() => []);
  }

  /** How many entries there will be. */
  get length(): number {
    const parts = partsOf(this.#subjects).length;
    const snapshots = [...Array(this.#steps).keys()].filter(isNewMonth).length;
    return snapshots * parts + this.#steps * ENTRIES_OF_A_STEP;
  }

  /** The entries, in their order; to be read once. */
  async *entries(): AsyncGenerator<LedgerEntry> {
    for (let step = 0; step < this.#steps; step += 1) {
      const at = timeOf(step);
      if (isNewMonth(step)) {
        for (const event of this.#everybody(at)) yield this.#chain(event);
      }
      for (const event of this.#oneChange(step, at)) yield this.#chain(event);
      if (step % STEPS_BETWEEN_HEADS === 0) this.#sign(at);
    }
    this.#sign(this.period.to);
  }

  #everybody(now: string): LedgerEvent[] {
    const indexes = this.#subjects.map((_, index) => index);
    indexes.forEach(index => this.#judge(index, now));
    const verdicts = judgeSystem(
      { ...this.#facts, accounts: [], now },
      [],
      DEFAULT_DUE_DAYS,
    ).verdicts;
    return inParts(this.#rows(indexes), {
      factsAt: now,
      staleAfterSeconds: STALE_AFTER_SECONDS,
      accessRule: {
        revision: 1,
        spec: this.#facts.rule,
        updatedBy: this.#facts.owner,
        updatedAt: timeOf(0),
      },
      exceptions: [],
      system: recordSystem(
        { ...this.#facts, accounts: [] },
        { verdicts: verdicts.map(since(timeOf(0))), lapses: [] },
      ),
    }).map((body, index) => ({
      at: now,
      kind: POPULATION_KINDS[index === 0 ? 'snapshot' : 'part'],
      entityRef: ENTITY,
      body,
    }));
  }

  #oneChange(step: number, now: string): LedgerEvent[] {
    const index = (step * 7919) % this.#subjects.length;
    const subject = this.#subjects[index];
    const { account } = subject;
    this.#subjects[index] = {
      ...subject,
      account: { ...account, ownTwoFactor: !account.ownTwoFactor },
    };
    const verdictOf = () =>
      this.#verdicts[index].find(
        ({ verdict }) => verdict.checkId === 'mfa-enabled',
      )!.verdict;
    const before = verdictOf();
    this.#judge(index, now);
    const change = toLedgerEvent({
      at: now,
      kind: 'verdict',
      entityRef: ENTITY,
      accountId: account.id,
      checkId: 'mfa-enabled',
      before: shown(before),
      after: shown(verdictOf()),
    });
    const [body] = inParts(this.#rows([index]), { removed: [] });
    return [
      {
        at: now,
        kind: POPULATION_KINDS.syncRun,
        entityRef: ENTITY,
        body: {
          runId: randomUUID(),
          trigger: 'schedule',
          outcome: 'complete',
          factsAt: now,
          staleAfterSeconds: STALE_AFTER_SECONDS,
        },
      },
      change,
      { at: now, kind: POPULATION_KINDS.change, entityRef: ENTITY, body },
      { ...change, entityRef: OTHER },
    ];
  }

  #judge(index: number, now: string): void {
    const { account } = this.#subjects[index];
    const before = this.#verdicts[index];
    this.#verdicts[index] = judgeAccount(
      { ...this.#subjects[index], now },
      [],
    ).map(({ checkId, outcome }, at) => ({
      accountId: account.id,
      verdict: toVerdict(checkId, outcome, before[at]?.verdict, {
        now,
        dueDays: DEFAULT_DUE_DAYS,
      }),
    }));
  }

  #rows(indexes: number[]) {
    return populationRows(this.#facts, {
      judged: indexes.map(index => ({ subject: this.#subjects[index] })),
      verdicts: indexes.flatMap(index => this.#verdicts[index]),
      lapses: [],
    });
  }

  #chain({ at, kind, entityRef: subject, body }: LedgerEvent): LedgerEntry {
    const entityRef = subject!;
    const id = randomUUID();
    // In canonical order from the beginning; else it would be put into it for
    // the hash and again for the bundle, which takes most of the time.
    const kept: JsonObject = JSON.parse(
      canonicalJson({ ...body, nonce: randomUUID() }),
    );
    const bodyHash = bodyHashOf(kept);
    this.#sequence += 1;
    const link = {
      previousHash: this.#previousHash,
      scope: scopeOf(entityRef),
      sequence: this.#sequence,
    };
    const hash = entryHashOf({
      ...link,
      contentHash: contentHashOf({ id, at, kind, entityRef, bodyHash }),
    });
    this.#previousHash = hash;
    return { at, body: kept, bodyHash, entityRef, hash, id, kind, ...link };
  }

  #sign(signedAt: string): void {
    const { keyId, privateKey } = this.key;
    const hash = this.#previousHash;
    this.heads.push(
      signHead(
        { sequence: this.#sequence, hash, signedAt },
        { keyId, privateKey },
      ),
    );
  }
}

function shown({
  status,
  ground,
  groundParts,
  facts,
}: SystemVerdict['verdict']) {
  return { status, ground, ...(groundParts && { groundParts }), facts };
}

function since(at: string) {
  return ({ accountId, verdict }: SystemVerdict): SystemVerdict => ({
    accountId,
    verdict: { ...verdict, since: at },
  });
}
