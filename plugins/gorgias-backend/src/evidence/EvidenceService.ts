import { Readable } from 'node:stream';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  peopleOf,
  Population,
  POPULATION_KINDS,
  PopulationReplay,
  scopeOf,
  writeBundle,
} from 'backstage-plugin-gorgias-evidence';
import { EvidenceOverview } from 'backstage-plugin-gorgias-common';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { chainPending } from './chainPending';
import { HeadSigner } from './HeadSigner';
import { LedgerRange } from './LedgerStore';

const { name, version } = require('../../package.json') as {
  name: string;
  version: string;
};

const LAST_EXPORTS = 10;

/** How much the clock of somebody's computer that says "now" may be ahead of ours. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** What is asked for to be taken along. */
export interface ExportRequest {
  system: { entityRef: string; title: string };
  period: { from: string; to: string };
  createdAt: string;
  createdBy: string;
}

/** Answers auditors' questions from the ledger alone, never from what is so today. */
export class EvidenceService {
  readonly #options: {
    database: GorgiasDatabase;
    signer: HeadSigner;
    clock: Clock;
  };

  constructor(options: {
    database: GorgiasDatabase;
    signer: HeadSigner;
    clock: Clock;
  }) {
    this.#options = options;
  }

  /**
   * Reads a time that lies behind.
   *
   * @throws InputError
   */
  readTime(field: string, value: unknown): string {
    const time = Date.parse(String(value));
    if (Number.isNaN(time)) {
      throw new InputError(
        `${field}: is not a time; write it like 2026-12-31T00:00:00Z`,
      );
    }
    const now = this.#options.clock.now().getTime();
    if (time > now + CLOCK_TOLERANCE_MS) {
      throw new InputError(
        `${field}: lies ahead, where nothing is known yet; name an earlier time`,
      );
    }
    return new Date(Math.min(time, now)).toISOString();
  }

  /** What there is of evidence about a system. */
  async overviewOf(
    entityRef: string,
  ): Promise<Omit<EvidenceOverview, 'entityRef' | 'title' | 'mayExport'>> {
    const { database } = this.#options;
    await chainPending(database);
    const { ledger, ledgerHeads } = database.stores;
    const { snapshot } = POPULATION_KINDS;
    const known = await ledger.findFirst(entityRef, snapshot);
    const head = await ledgerHeads.last();
    const { sequence } = await ledger.lockTip();
    const exports = await ledger.listLast(entityRef, 'export', LAST_EXPORTS);
    return {
      knownSince: known?.at ?? null,
      entries: await ledger.countByKind(entityRef),
      head: head ?? null,
      unsigned: sequence - (head?.sequence ?? 0),
      exports: exports.map(({ at, body }) => ({
        at,
        by: String(body!.by),
        what: String(body!.what),
        period:
          body!.from === undefined
            ? null
            : { from: String(body!.from), to: String(body!.to) },
      })),
    };
  }

  /**
   * Who had access to a system at a time, as it was known then.
   *
   * @throws NotFoundError when the ledger does not tell
   */
  async populationAt(entityRef: string, at: string): Promise<Population> {
    const { database } = this.#options;
    const { ledger } = database.stores;
    await chainPending(database);
    const snapshot = await ledger.findLast(
      entityRef,
      POPULATION_KINDS.snapshot,
      at,
    );
    const replay = new PopulationReplay(entityRef);
    if (snapshot) {
      const entries = ledger.readOf(
        entityRef,
        Object.values(POPULATION_KINDS),
        {
          first: snapshot.sequence,
          last: await ledger.lastUntil(at, { entityRef }),
        },
      );
      for await (const entry of entries) {
        replay.add(entry);
      }
    }
    const population = replay.at(at);
    if (!population) {
      throw new NotFoundError(
        `at: the ledger does not tell who had access to ${entityRef} at ${at}; it had not begun, or what it said was removed as configured by gorgias.evidence.retention`,
      );
    }
    return population;
  }

  /** Makes a bundle of evidence. That it is asked for is in the ledger by then, so there is at least one entry. */
  async export(request: ExportRequest): Promise<Readable> {
    const { database, signer } = this.#options;
    const { ledger, ledgerHeads } = database.stores;
    const range = await this.#rangeOf(request);
    return writeBundle({
      ...request,
      product: { name, version },
      ledger: {
        ...range,
        through: await ledger.lastUntil(request.period.to, {
          entityRef: request.system.entityRef,
          last: range.last,
        }),
      },
      entries: ledger.read(range),
      scopes: await this.#scopesOf(request.system.entityRef, range),
      heads: await ledgerHeads.listOf(range, signer.key !== undefined),
      key: signer.key,
    });
  }

  /** From a head before the period, and what says who had access then, to a head after it. */
  async #rangeOf({
    system: { entityRef },
    period: { from, to },
  }: ExportRequest): Promise<LedgerRange> {
    const { database, signer } = this.#options;
    const { ledger, ledgerHeads } = database.stores;
    const onlySigned = signer.key !== undefined;
    await chainPending(database);
    const before = await ledgerHeads.lastUntil(from, onlySigned);
    const { snapshot } = POPULATION_KINDS;
    const known =
      (await ledger.findLast(entityRef, snapshot, from)) ??
      (await ledger.findFirst(entityRef, snapshot));
    const first = Math.max(
      1,
      Math.min(before ? before.sequence + 1 : 1, known?.sequence ?? Infinity),
    );
    const needed = Math.max(first, await ledger.lastUntil(to));
    const after =
      (await ledgerHeads.firstFrom(to, needed, onlySigned)) ??
      (await signer.sign());
    return { first: Math.min(first, after.sequence), last: after.sequence };
  }

  /** Whose entries are shown: the system's, and those of everybody who had an account. */
  async #scopesOf(entityRef: string, range: LedgerRange): Promise<Set<string>> {
    const { ledger } = this.#options.database.stores;
    const subjects = new Set([entityRef]);
    const kinds = Object.values(POPULATION_KINDS);
    for await (const entry of ledger.readOf(entityRef, kinds, range)) {
      peopleOf(entry).forEach(person => subjects.add(person));
    }
    return new Set([...subjects].map(scopeOf));
  }
}
