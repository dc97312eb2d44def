import {
  accessControlFacts,
  Judgement,
  systemSubject,
  SystemVerdict,
} from 'backstage-plugin-gorgias-checks';
import {
  canonicalJson,
  POPULATION_KINDS,
  PopulationRow,
  PopulationVerdict,
  recordFacts,
  RecordedSystem,
  sha256,
} from 'backstage-plugin-gorgias-evidence';
import { Verdict } from 'backstage-plugin-gorgias-common';
import { JudgedOne } from '../checks/digests';
import { SystemFacts } from '../checks/SystemFacts';
import { Stores } from '../database';
import { inTurns } from '../inTurns';
import { repeatOpenReview } from '../reviews/followReview';
import { LedgerEvent } from './LedgerStore';
import { identityOf } from './identityOf';
import { partsOf } from './partsOf';

/** Stands for the system itself among its accounts. */
export const SYSTEM_ID = '';

/** What judging a system came to, and how old its facts may be. */
interface Judged extends Judgement {
  /** The accounts of which something may have changed; everybody for a snapshot. */
  judged: readonly JudgedOne[];
  /** The ids of accounts that are no more. */
  vanished: readonly string[];
  isSnapshot: boolean;
  staleAfterSeconds: number;
}

/** Who has access as it is entered, and the hash of each row and of the system. */
interface Population {
  rows: PopulationRow[];
  system: RecordedSystem;
  /** By account id. */
  hashes: Map<string, string>;
}

/** Whether everybody is to be entered, as happens once a month. */
export async function isSnapshotDue(
  stores: Stores,
  entityRef: string,
  now: string,
): Promise<boolean> {
  const last = await stores.ledgerPopulation.snapshotAt(entityRef);
  return monthOf(last) !== monthOf(now);
}

/**
 * Enters into the ledger who has access, as whom, with which verdicts and by
 * which facts: everybody when a snapshot is due, and in between those of whom
 * something changed. To be called in the transaction that judged the system.
 */
export async function enterPopulation(
  stores: Stores,
  entityRef: string,
  facts: SystemFacts,
  judged: Judged,
  { rows, system, hashes }: Population,
): Promise<void> {
  const { now } = facts;
  const known = await stores.ledgerPopulation.hashes(entityRef, [
    SYSTEM_ID,
    ...judged.judged.map(({ subject }) => subject.account.id),
    ...judged.vanished,
  ]);
  const isNew = (id: string) => known.get(id) !== hashes.get(id);
  const changed = rows.filter(({ accountId }) => isNew(accountId));
  const removed = [...known.keys()].filter(id => !hashes.has(id)).sort();
  const enter = (
    kind: 'snapshot' | 'change',
    accounts: PopulationRow[],
    more: object,
  ) =>
    stores.ledger.enter(
      inParts(accounts, more).map(
        (body, index): LedgerEvent => ({
          at: now,
          kind:
            index > 0 && kind === 'snapshot'
              ? POPULATION_KINDS.part
              : POPULATION_KINDS[kind],
          entityRef,
          body,
        }),
      ),
    );
  if (judged.isSnapshot) {
    await enter('snapshot', rows, {
      factsAt: factsAtOf(facts),
      staleAfterSeconds: judged.staleAfterSeconds,
      accessRule: (await stores.accessRules.get(entityRef)) ?? null,
      exceptions: await stores.exceptions.listOpen(entityRef),
      system,
    });
    await repeatOpenReview(stores, entityRef, now);
    await stores.ledgerPopulation.noteSnapshot(entityRef, now);
  } else if (changed.length > 0 || removed.length > 0 || isNew(SYSTEM_ID)) {
    await enter('change', changed, {
      removed,
      ...(isNew(SYSTEM_ID) && { system }),
    });
  }
  await stores.ledgerPopulation.update(entityRef, {
    changed: new Map([...hashes].filter(([id]) => isNew(id))),
    removed,
  });
}

/** Accounts in parts that fit into entries; what there is more is in the first. */
export function inParts(accounts: PopulationRow[], more: object): object[] {
  return partsOf(accounts).map((rows, index, parts) => ({
    part: index + 1,
    of: parts.length,
    rows,
    ...(index === 0 && more),
  }));
}

/** Describes who has access, in turns with others, since there are many to be hashed. */
export async function describePopulation(
  facts: SystemFacts,
  judged: Judgement & { judged: readonly JudgedOne[] },
): Promise<Population> {
  const system = recordSystem(facts, judged);
  const hashes = new Map([[SYSTEM_ID, sha256(canonicalJson(system))]]);
  const toRow = populationRowMaker(facts, judged);
  const rows: PopulationRow[] = [];
  await inTurns(judged.judged.filter(isThere), one => {
    const row = toRow(one);
    hashes.set(row.accountId, sha256(canonicalJson(row)));
    rows.push(row);
  });
  return { rows, system, hashes };
}

/** Accounts as they are entered. */
export function populationRows(
  facts: Pick<SystemFacts, 'exceptions'>,
  judged: Judgement & { judged: ReadonlyArray<Pick<JudgedOne, 'subject'>> },
): PopulationRow[] {
  return judged.judged.filter(isThere).map(populationRowMaker(facts, judged));
}

function isThere({ subject }: Pick<JudgedOne, 'subject'>): boolean {
  return subject.account.state !== 'gone';
}

/** Makes rows in canonical order. */
function populationRowMaker(
  facts: Pick<SystemFacts, 'exceptions'>,
  { verdicts, lapses }: Judgement,
): (one: Pick<JudgedOne, 'subject'>) => PopulationRow {
  const verdictsOf = new Map<string, Verdict[]>();
  for (const { accountId, verdict } of verdicts) {
    const known = verdictsOf.get(accountId);
    if (known) known.push(verdict);
    else verdictsOf.set(accountId, [verdict]);
  }
  const lapsed = new Set(lapses.map(({ exception }) => exception.id));
  const inForce = facts.exceptions.filter(
    ({ id, status }) => status === 'approved' && !lapsed.has(id),
  );
  return ({ subject }) => {
    const { id, name, email, gorgiasRole, kind, state } = subject.account;
    return {
      accountId: id,
      email,
      facts: recordFacts(subject, inForce),
      gorgiasRole,
      identity: identityOf(subject.identity),
      kind,
      name,
      state,
      verdicts: inOrder(verdictsOf.get(id) ?? []),
    };
  };
}

/** The verdicts on an account as canonical JSON has them. */
function inOrder(verdicts: Verdict[]): PopulationRow['verdicts'] {
  const ordered: PopulationRow['verdicts'] = {};
  for (const verdict of verdicts.sort((a, b) =>
    a.checkId < b.checkId ? -1 : 1,
  )) {
    ordered[verdict.checkId] = asEntered(verdict);
  }
  return ordered;
}

/** What all accounts of a system are judged by, as it is entered. */
export function recordSystem(
  facts: SystemFacts,
  { verdicts }: Judgement,
): RecordedSystem {
  const { isCritical, rule, ...accessControl } = accessControlFacts(
    systemSubject(facts),
  );
  const { verdict } = verdictOnSystem(verdicts);
  return {
    isCritical,
    rule: rule ?? null,
    signInSettings: facts.signInSettings,
    accessControl,
    verdict: asEntered(verdict),
  };
}

/** The one verdict that is on the system itself. */
export function verdictOnSystem(
  verdicts: readonly SystemVerdict[],
): SystemVerdict {
  return verdicts.find(({ accountId }) => accountId === SYSTEM_ID)!;
}

function asEntered({ status, since, exceptionId }: Verdict): PopulationVerdict {
  return { ...(exceptionId && { exceptionId }), since, status };
}

/** Every account of a complete read was last seen when that began. */
function factsAtOf({ accounts }: SystemFacts): string | null {
  return accounts.reduce<string | null>(
    (latest, { lastSeenAt }) =>
      latest === null || lastSeenAt > latest ? lastSeenAt : latest,
    null,
  );
}

function monthOf(at: string | undefined): string | undefined {
  return at?.slice(0, 7);
}
