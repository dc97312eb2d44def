import { RuleReplay } from './accessRules';
import { DERIVED_FILES } from './bundle';
import { canonicalJson } from './canonical';
import { exceptionsCsv, populationCsv } from './csv';
import { ChainedEntry, isDisclosed, scopeOf } from './entry';
import { ExceptionReplay } from './exceptions';
import {
  POPULATION_KINDS,
  PopulationReplay,
  PopulationRow,
} from './population';
import { ReviewProblem, ReviewReplay } from './ReviewReplay';
import { reviewsCsv } from './reviewsCsv';

/** What follows from the ledger and is given beside it, by the names of the files. */
export type DerivedFiles = Record<(typeof DERIVED_FILES)[number], string>;

/**
 * Makes the files that follow from the ledger. Whoever writes a bundle and
 * whoever verifies it do so by the same entries and this same code.
 */
export class EvidenceReplay {
  readonly #options: { entityRef: string; from: string; to: string };
  readonly #population: PopulationReplay;
  readonly #exceptions = new ExceptionReplay();
  readonly #rules = new RuleReplay();
  readonly #reviews = new ReviewReplay();
  readonly #people = new Set<string>();

  constructor(options: { entityRef: string; from: string; to: string }) {
    this.#options = options;
    this.#population = new PopulationReplay(options.entityRef);
  }

  /** Takes the next entry into account. */
  add(entry: ChainedEntry): void {
    const { entityRef, to } = this.#options;
    if (!isDisclosed(entry) || entry.entityRef !== entityRef) {
      return;
    }
    for (const person of peopleOf(entry)) {
      this.#people.add(person);
    }
    if (entry.at <= to) {
      this.#population.add(entry);
      this.#exceptions.add(entry);
      this.#rules.add(entry);
      this.#reviews.add(entry);
    }
  }

  /** Whose entries belong to the system's: itself, and everybody who had an account. */
  scopes(): Set<string> {
    return new Set([this.#options.entityRef, ...this.#people].map(scopeOf));
  }

  /** Whether it is known at all who had access. */
  get knowsPopulation(): boolean {
    return this.#population.at(this.#options.to) !== undefined;
  }

  /** Entries that must not be: they contradict what was decided before. */
  problems(): ReviewProblem[] {
    return this.#reviews.problems();
  }

  files(): DerivedFiles {
    const { from, to } = this.#options;
    const reviews = this.#reviews.since(from);
    return {
      'population.csv': populationCsv(this.#population.at(to)),
      'exceptions.csv': exceptionsCsv(this.#exceptions.since(from)),
      'access-rules.json': `${canonicalJson(this.#rules.since(from))}\n`,
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
