import { RuleReplay } from './accessRules';
import { BundleManifest, DERIVED_FILES } from './bundle';
import { canonicalJson } from './canonical';
import { exceptionsCsv, populationCsv } from './csv';
import { ChainedEntry, isDisclosed, scopeOf } from './entry';
import { ExceptionReplay } from './exceptions';
import {
  POPULATION_KINDS,
  PopulationReplay,
  PopulationRow,
} from './population';
import { reportHtml } from './report/report';
import { ReportAbout } from './report/ReportData';
import { Trend } from './report/Trend';
import { ReviewProblem, ReviewReplay } from './ReviewReplay';
import { reviewsCsv } from './reviewsCsv';
import { SyncRunReplay } from './SyncRunReplay';

/** What follows from the ledger and is given beside it, by the names of the files. */
export type DerivedFiles = Record<(typeof DERIVED_FILES)[number], string>;

/**
 * Makes the files that follow from the ledger. Whoever writes a bundle and
 * whoever verifies it do so by the same entries and this same code.
 */
export class EvidenceReplay {
  readonly #about: ReportAbout;
  readonly #options: {
    entityRef: string;
    from: string;
    to: string;
    through: number;
  };
  readonly #population: PopulationReplay;
  readonly #exceptions = new ExceptionReplay();
  readonly #rules = new RuleReplay();
  readonly #reviews = new ReviewReplay();
  readonly #syncRuns: SyncRunReplay;
  readonly #trend: Trend;
  readonly #people = new Set<string>();
  #lastInPeriod = 0;

  constructor(about: ReportAbout & Pick<BundleManifest, 'ledger'>) {
    const { system, period, ledger } = about;
    this.#about = about;
    this.#options = {
      entityRef: system.entityRef,
      ...period,
      through: ledger.through,
    };
    this.#syncRuns = new SyncRunReplay(period.from);
    this.#trend = new Trend(period);
    this.#population = new PopulationReplay(system.entityRef, (before, after) =>
      this.#trend.change(before, after),
    );
  }

  /** Takes the next entry into account. */
  add(entry: ChainedEntry): void {
    const { entityRef, to, through } = this.#options;
    if (!isDisclosed(entry) || entry.entityRef !== entityRef) {
      return;
    }
    for (const person of peopleOf(entry)) {
      this.#people.add(person);
    }
    if (entry.at <= to) {
      this.#lastInPeriod = entry.sequence;
    }
    if (entry.sequence <= through) {
      this.#trend.advance(entry.at, this.#population);
      this.#population.add(entry);
      this.#exceptions.add(entry);
      this.#rules.add(entry);
      this.#reviews.add(entry);
      this.#syncRuns.add(entry);
    }
  }

  /** Whose entries belong to the system's: itself, and everybody who had an account. */
  scopes(): Set<string> {
    return new Set([this.#options.entityRef, ...this.#people].map(scopeOf));
  }

  /** Whether it is known at all who had access. */
  get knowsPopulation(): boolean {
    return this.#population.isKnown;
  }

  /** The last entry of the system that happened in the period, 0 for none. */
  get lastInPeriod(): number {
    return this.#lastInPeriod;
  }

  /** Entries that must not be: they contradict what was decided before. */
  problems(): ReviewProblem[] {
    return this.#reviews.problems();
  }

  files(): DerivedFiles {
    const { from, to } = this.#options;
    const population = this.#population.at(to);
    const exceptions = this.#exceptions.since(from);
    const rules = this.#rules.since(from);
    const reviews = this.#reviews.since(from);
    return {
      'report.html': reportHtml({
        about: this.#about,
        population,
        isStale: this.#population.isStaleAt(to),
        trend: this.#trend.points(this.#population),
        exceptions,
        rules,
        reviews,
        syncRuns: this.#syncRuns.counts(),
      }),
      'population.csv': populationCsv(population),
      'exceptions.csv': exceptionsCsv(exceptions),
      'access-rules.json': `${canonicalJson(rules)}\n`,
      'reviews.csv': reviewsCsv(reviews),
      'reviews.json': `${canonicalJson(reviews)}\n`,
    };
  }
}

/** The staff members that an entry of a population names as those whose accounts are. @public */
export function peopleOf(entry: ChainedEntry): string[] {
  if (
    !isDisclosed(entry) ||
    !entry.body ||
    !(Object.values(POPULATION_KINDS) as string[]).includes(entry.kind)
  ) {
    return [];
  }
  const rows = (entry.body.rows ?? []) as unknown as PopulationRow[];
  return rows.flatMap(({ identity }) =>
    identity.staffRef ? [identity.staffRef] : [],
  );
}
