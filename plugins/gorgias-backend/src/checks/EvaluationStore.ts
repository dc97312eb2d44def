import { Contradiction } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { ask, Question } from '../questions';
import { OnChange } from '../signals/changes';
import { dayOf, startOf } from '../trends/verdictDays';
import { Counts } from './countSystem';

interface EvaluationRow {
  entity_ref: string;
  evaluated_at: string;
  changes_at: string | null;
  connection_id: string | null;
  contradictions: string | null;
  counts: string | null;
  ground: string | null;
}

/** What the last evaluation of a system found, besides verdicts. */
export interface Evaluation {
  /** Whose accounts were judged; `null` when there was no connection. */
  connectionId: string | null;
  /** Where Gorgias contradicts itself, newest first. */
  contradictions: Contradiction[];
  /** `null` for an evaluation by a version that did not keep them. */
  counts: Counts | null;
}

/** What the next evaluation of a system goes by. */
export interface EvaluationTerms {
  /** When the system was judged. */
  at: string;
  /** When time alone will change a verdict; `null` for never. */
  changesAt: string | null;
  /** What stands for what all accounts were judged by. */
  ground: string | null;
}

/** When each system was judged, and when it has to be again. */
export class EvaluationStore {
  readonly #knex: Knex;
  readonly #onChange: OnChange;

  constructor(knex: Knex, onChange: OnChange) {
    this.#knex = knex;
    this.#onChange = onChange;
  }

  /**
   * Begins to judge a system, or to change what it is judged by. In a
   * transaction, others that do so of the same system wait here until it has
   * ended, and then see its facts.
   */
  async begin(entityRef: string, at: string): Promise<void> {
    await this.#table()
      .insert({ entity_ref: entityRef, evaluated_at: at, changes_at: null })
      .onConflict('entity_ref')
      // As it is, which is enough to wait.
      .merge(['entity_ref']);
  }

  /** Notes what was found, and what the next evaluation goes by. */
  async end(
    entityRef: string,
    { connectionId, contradictions, counts }: Evaluation,
    { at, changesAt, ground }: EvaluationTerms,
  ): Promise<void> {
    await this.#table()
      .where({ entity_ref: entityRef })
      .update({
        evaluated_at: at,
        connection_id: connectionId,
        contradictions: JSON.stringify(contradictions),
        counts: JSON.stringify(counts),
        changes_at: changesAt,
        ground,
      });
    this.#onChange({ entityRef });
  }

  /** What the last evaluation counted, and what the next one goes by; nothing where none has ended that counted. */
  async last(
    entityRef: string,
  ): Promise<(EvaluationTerms & { counts: Counts }) | undefined> {
    const row = await this.#table().where({ entity_ref: entityRef }).first();
    return row?.counts
      ? {
          at: row.evaluated_at,
          changesAt: row.changes_at,
          ground: row.ground,
          counts: JSON.parse(row.counts),
        }
      : undefined;
  }

  /** When a system was judged last. */
  async lastAt(entityRef: string): Promise<string | undefined> {
    const row = await this.#table().where({ entity_ref: entityRef }).first();
    return row?.evaluated_at;
  }

  async get(entityRef: string): Promise<Evaluation | undefined> {
    return ask(this.of(entityRef));
  }

  /** Asks what the last evaluation of a system found. */
  of(entityRef: string): Question<Evaluation | undefined> {
    return {
      query: this.#table().where({ entity_ref: entityRef }),
      answer: ([row]) =>
        row && {
          connectionId: row.connection_id,
          contradictions: JSON.parse(row.contradictions ?? '[]'),
          counts: JSON.parse(row.counts ?? 'null'),
        },
    };
  }

  /** What the last evaluation of each system counted. */
  async listCounts(): Promise<
    Array<{ entityRef: string; counts: Evaluation['counts'] }>
  > {
    const rows = await this.#table().select('entity_ref', 'counts');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      counts: JSON.parse(row.counts ?? 'null'),
    }));
  }

  /** Has a system judged soon if other accounts were judged than those of a connection. */
  async follow(
    entityRef: string,
    connectionId: string,
    at: string,
  ): Promise<void> {
    await this.#table()
      .where({ entity_ref: entityRef })
      .whereNot({ connection_id: connectionId })
      .update({ changes_at: at });
  }

  /**
   * The systems of which time alone has changed a verdict, and those that
   * were not judged today, so that every day is known.
   */
  async listDue(now: string): Promise<string[]> {
    return this.#table()
      .where('changes_at', '<=', now)
      .orWhere('evaluated_at', '<', startOf(dayOf(now)))
      .pluck('entity_ref');
  }

  #table() {
    return this.#knex<EvaluationRow>('evaluations');
  }
}
