import { Knex } from 'knex';
import { Digest } from './digests';
import { Duty, DutyKind } from './duties';

interface ToldDutyRow {
  entity_ref: string;
  recipient: string;
  duty: DutyKind;
  subject: string;
}

interface ToldRecipientRow {
  entity_ref: string;
  recipient: string;
  told_at: string;
}

const BATCH_SIZE = 100;

/** Who was told of what is theirs to do about each system, and when. */
export class ToldStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What was told of a system and not forgotten since. */
  async list(entityRef: string): Promise<Duty[]> {
    const rows = await this.#duties().where({ entity_ref: entityRef });
    return rows.map(({ recipient, duty, subject }) => ({
      recipient,
      kind: duty,
      subject,
    }));
  }

  /** When each recipient was last told of a system. */
  async recipients(entityRef: string): Promise<Map<string, string>> {
    const rows = await this.#recipients().where({ entity_ref: entityRef });
    return new Map(rows.map(row => [row.recipient, row.told_at]));
  }

  /**
   * Notes that somebody is told. Call it in a transaction: another one that is
   * about to tell the same waits here until it has ended.
   *
   * @param before - when the recipient was last told, as read before
   * @returns whether nobody else told the recipient meanwhile
   */
  async add(
    entityRef: string,
    { recipient, news }: Digest,
    at: string,
    before: string | undefined,
  ): Promise<boolean> {
    if (!(await this.#takeTurn({ entityRef, recipient, at, before }))) {
      return false;
    }
    for (let start = 0; start < news.length; start += BATCH_SIZE) {
      await this.#duties().insert(
        news
          .slice(start, start + BATCH_SIZE)
          .map(duty => toRow(entityRef, duty)),
      );
    }
    return true;
  }

  /** Takes back that somebody was told. */
  async takeBack(
    entityRef: string,
    { recipient, news }: Digest,
    before: string | undefined,
  ): Promise<void> {
    await this.forget(entityRef, news);
    const turn = this.#recipients().where({ entity_ref: entityRef, recipient });
    await (before === undefined
      ? turn.delete()
      : turn.update({ told_at: before }));
  }

  /** Forgets that some things were told. */
  async forget(entityRef: string, duties: readonly Duty[]): Promise<void> {
    for (const duty of duties) {
      await this.#duties().where(toRow(entityRef, duty)).delete();
    }
  }

  /** Forgets what was told of all other systems than these. */
  async forgetOthers(entityRefs: readonly string[]): Promise<void> {
    await this.#duties().whereNotIn('entity_ref', entityRefs).delete();
    await this.#recipients().whereNotIn('entity_ref', entityRefs).delete();
  }

  async #takeTurn(turn: {
    entityRef: string;
    recipient: string;
    at: string;
    before: string | undefined;
  }): Promise<boolean> {
    const { entityRef, recipient, at, before } = turn;
    if (before !== undefined) {
      const taken = await this.#recipients()
        .where({ entity_ref: entityRef, recipient, told_at: before })
        .update({ told_at: at });
      return taken === 1;
    }
    const added = await this.#recipients()
      .insert({ entity_ref: entityRef, recipient, told_at: at })
      .onConflict(['entity_ref', 'recipient'])
      .ignore()
      .returning('recipient');
    return added.length === 1;
  }

  #duties() {
    return this.#knex<ToldDutyRow>('told_duties');
  }

  #recipients() {
    return this.#knex<ToldRecipientRow>('told_recipients');
  }
}

function toRow(
  entityRef: string,
  { recipient, kind, subject }: Duty,
): ToldDutyRow {
  return { entity_ref: entityRef, recipient, duty: kind, subject };
}
