import { Knex } from 'knex';
import { ask, Question } from '../questions';

/** An entity that an admin added to the list of critical systems. */
export interface CriticalSystem {
  entityRef: string;
  /** Title and owner as last seen, to be named even when the entity has vanished. */
  title: string;
  owner: string | null;
  addedBy: string;
  addedAt: string;
}

interface CriticalSystemRow {
  entity_ref: string;
  title: string;
  owner: string | null;
  added_by: string;
  added_at: string;
}

/** The list of critical systems. */
export class CriticalSystemStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(entityRef: string): Promise<CriticalSystem | undefined> {
    return ask(this.of(entityRef));
  }

  /** Asks whether and how an entity is on the list. */
  of(entityRef: string): Question<CriticalSystem | undefined> {
    return {
      query: this.#table().where({ entity_ref: entityRef }),
      answer: ([row]) => row && fromRow(row),
    };
  }

  async list(): Promise<CriticalSystem[]> {
    const rows = await this.#table().orderBy('entity_ref');
    return rows.map(fromRow);
  }

  /** Adds a system; one that is on the list already keeps who added it and when. */
  async add(system: CriticalSystem): Promise<void> {
    await this.#table()
      .insert({
        entity_ref: system.entityRef,
        title: system.title,
        owner: system.owner,
        added_by: system.addedBy,
        added_at: system.addedAt,
      })
      .onConflict('entity_ref')
      .merge(['title', 'owner']);
  }

  /** @returns whether it was on the list */
  async remove(entityRef: string): Promise<boolean> {
    return (await this.#table().where({ entity_ref: entityRef }).delete()) > 0;
  }

  #table() {
    return this.#knex<CriticalSystemRow>('critical_systems');
  }
}

function fromRow(row: CriticalSystemRow): CriticalSystem {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    owner: row.owner,
    addedBy: row.added_by,
    addedAt: row.added_at,
  };
}
