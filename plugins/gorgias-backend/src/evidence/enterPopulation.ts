import {
  GroundedIdentity,
  SystemVerdict,
} from 'backstage-plugin-gorgias-checks';
import { SystemFacts } from '../checks/SystemFacts';
import {
  canonicalJson,
  POPULATION_KINDS,
  PopulationRow,
  sha256,
} from 'backstage-plugin-gorgias-evidence';
import { Stores } from '../database';
import { repeatOpenReview } from '../reviews/followReview';
import { LedgerEvent } from './LedgerStore';
import { partsOf } from './partsOf';

/**
 * Enters into the ledger who has access, as whom and with which verdicts:
 * everybody once a month, and in between those of whom something changed. To
 * be called in the transaction that judged the system.
 */
export async function enterPopulation(
  stores: Stores,
  entityRef: string,
  facts: SystemFacts,
  judged: { verdicts: readonly SystemVerdict[]; staleAfterSeconds: number },
): Promise<void> {
  const { now } = facts;
  const rows = populationRows(facts, judged.verdicts);
  const known = await stores.ledgerPopulation.hashes(entityRef);
  const hashes = new Map(
    rows.map(row => [row.accountId, sha256(canonicalJson(row))]),
  );
  const changed = rows.filter(
    ({ accountId }) => known.get(accountId) !== hashes.get(accountId),
  );
  const removed = [...known.keys()].filter(id => !hashes.has(id));
  const last = await stores.ledgerPopulation.snapshotAt(entityRef);
  const freshness = {
    factsAt: factsAtOf(facts),
    staleAfterSeconds: judged.staleAfterSeconds,
  };
  if (monthOf(last) !== monthOf(now)) {
    const rule = await stores.accessRules.get(entityRef);
    await stores.ledger.enter(
      snapshotEvents(entityRef, now, rows, {
        ...freshness,
        accessRule: (facts.isCritical && rule) || null,
        exceptions: await stores.exceptions.listOpen(entityRef),
      }),
    );
    await repeatOpenReview(stores, entityRef, now);
    await stores.ledgerPopulation.noteSnapshot(entityRef, now);
  } else if (changed.length > 0 || removed.length > 0) {
    await stores.ledger.enter(
      partsOf(changed).map((part, index) => ({
        at: now,
        kind: POPULATION_KINDS.change,
        entityRef,
        body: { rows: part, removed: index === 0 ? removed : [] },
      })),
    );
  }
  await stores.ledgerPopulation.update(entityRef, {
    changed: new Map(
      changed.map(({ accountId }) => [accountId, hashes.get(accountId)!]),
    ),
    removed,
  });
}

function snapshotEvents(
  entityRef: string,
  at: string,
  rows: PopulationRow[],
  state: object,
): LedgerEvent[] {
  return partsOf(rows).map((part, index, parts) => ({
    at,
    kind: index === 0 ? POPULATION_KINDS.snapshot : POPULATION_KINDS.part,
    entityRef,
    body: {
      part: index + 1,
      of: parts.length,
      rows: part,
      ...(index === 0 && state),
    },
  }));
}

function populationRows(
  facts: SystemFacts,
  verdicts: readonly SystemVerdict[],
): PopulationRow[] {
  const verdictsOf = new Map<string, PopulationRow['verdicts']>();
  for (const { accountId, verdict } of verdicts) {
    const { checkId, status, since, exceptionId } = verdict;
    verdictsOf.set(accountId, {
      ...verdictsOf.get(accountId),
      [checkId]: { status, since, ...(exceptionId && { exceptionId }) },
    });
  }
  return facts.accounts
    .filter(({ state }) => state !== 'gone')
    .map(({ id, name, email, gorgiasRole, kind, state }) => ({
      accountId: id,
      name,
      email,
      gorgiasRole,
      kind,
      state,
      identity: identityOf(facts.identities.get(id)!),
      verdicts: verdictsOf.get(id) ?? {},
    }));
}

/** As whom somebody has an account, as evidence tells it. */
export function identityOf(
  identity: GroundedIdentity,
): PopulationRow['identity'] {
  switch (identity.type) {
    case 'staff-member':
      return {
        type: identity.type,
        staffRef: identity.staffRef,
        displayName: identity.displayName,
        staffState: identity.staffState,
      };
    case 'unidentified':
      return { type: identity.type };
    default:
      return {
        type: identity.type,
        owner: identity.owner,
        purpose: identity.purpose,
        reviewAt: identity.reviewAt,
      };
  }
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
