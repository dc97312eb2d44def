import { CheckId, TrendDay } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { JudgedDay } from './verdictDays';

interface VerdictDayRow {
  entity_ref: string;
  day: string;
  check_id: CheckId;
  counts: string;
  stale_at: string | null;
}

/** How the checks of each system stood, a day at a time. */
export class TrendStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Keeps how a day stands, in the place of how it stood earlier. */
  async put(entityRef: string, judged: JudgedDay): Promise<void> {
    const rows = Object.entries(judged.checks).map(
      ([checkId, counts]): VerdictDayRow => ({
        entity_ref: entityRef,
        day: judged.day,
        check_id: checkId as CheckId,
        counts: JSON.stringify(counts),
        stale_at: judged.staleAt,
      }),
    );
    await this.#table()
      .insert(rows)
      .onConflict(['entity_ref', 'day', 'check_id'])
      .merge();
  }

  /** From a day on, oldest first. */
  async list(entityRef: string, from: string): Promise<JudgedDay[]> {
    const rows = await this.#table()
      .where({ entity_ref: entityRef })
      .where('day', '>=', from)
      .orderBy('day');
    const days = new Map<string, JudgedDay>();
    for (const row of rows) {
      const { day, stale_at: staleAt } = row;
      const known = days.get(day) ?? {
        day,
        staleAt,
        checks: {} as TrendDay['checks'],
      };
      known.checks[row.check_id] = JSON.parse(row.counts);
      days.set(day, known);
    }
    return [...days.values()];
  }

  async forgetBefore(day: string): Promise<void> {
    await this.#table().where('day', '<', day).delete();
  }

  #table() {
    return this.#knex<VerdictDayRow>('verdict_days');
  }
}
