import { Knex } from 'knex';
import { inBatches, inParts, insertMany } from '../manyRows';
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

/** Names what was told of a system. */
const TOLD_KEY = ['recipient', 'duty', 'subject'] as const;

/** SQLite takes no more than 500 rows as Knex writes them. */
const ROWS_AT_A_TIME = 100;

/** Who was told of what is theirs to do about each system, and when. */
export class ToldStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What was told of a system and not forgotten since. */
  async list(entityRef: string): Promise<Duty[]> {
    const all = this.#duties().where({ entity_ref: entityRef });
    const rows = await inParts<ToldDutyRow>(all, TOLD_KEY);
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
   * Notes that people are told. Call it in a transaction: another one that is
   * about to tell the same waits here until it has ended.
   *
   * @param wasToldAt - when each recipient was last told, as read before
   * @returns what nobody else told meanwhile
   */
  async add(
    entityRef: string,
    digests: readonly Digest[],
    at: string,
    wasToldAt: ReadonlyMap<string, string>,
  ): Promise<Digest[]> {
    const recipients = digests.map(({ recipient }) => recipient);
    const ours = new Set(
      await this.#addRecipients(
        entityRef,
        recipients.filter(recipient => !wasToldAt.has(recipient)),
        at,
      ),
    );
    for (const recipient of recipients) {
      const before = wasToldAt.get(recipient);
      const isOurs =
        before !== undefined &&
        (await this.#recipients()
          .where({ entity_ref: entityRef, recipient, told_at: before })
          .update({ told_at: at })) === 1;
      if (isOurs) {
        ours.add(recipient);
      }
    }
    const added = digests.filter(({ recipient }) => ours.has(recipient));
    await insertMany(
      this.#knex,
      'told_duties',
      added.flatMap(({ news }) => news.map(duty => toRow(entityRef, duty))),
    );
    return added;
  }

  /** Takes back that people were told, as it was before. */
  async takeBack(
    entityRef: string,
    digests: readonly Digest[],
    wasToldAt: ReadonlyMap<string, string>,
  ): Promise<void> {
    await this.forget(
      entityRef,
      digests.flatMap(({ news }) => news),
    );
    const recipients = digests.map(({ recipient }) => recipient);
    await inBatches(
      recipients.filter(recipient => !wasToldAt.has(recipient)),
      some =>
        this.#recipients()
          .where({ entity_ref: entityRef })
          .whereIn('recipient', some)
          .delete(),
    );
    for (const recipient of recipients.filter(one => wasToldAt.has(one))) {
      await this.#recipients()
        .where({ entity_ref: entityRef, recipient })
        .update({ told_at: wasToldAt.get(recipient) });
    }
  }

  /** Forgets that some things were told. */
  async forget(entityRef: string, duties: readonly Duty[]): Promise<void> {
    const subjects = new Map<string, string[]>();
    for (const { recipient, kind, subject } of duties) {
      const key = JSON.stringify({ recipient, duty: kind });
      const others = subjects.get(key) ?? [];
      subjects.set(key, others);
      others.push(subject);
    }
    for (const [key, all] of subjects) {
      await inBatches(all, some =>
        this.#duties()
          .where({ entity_ref: entityRef, ...JSON.parse(key) })
          .whereIn('subject', some)
          .delete(),
      );
    }
  }

  /** Forgets what was told of all other systems than these. */
  async forgetOthers(entityRefs: readonly string[]): Promise<void> {
    // Nothing is told without a recipient, and of those there are fewer.
    const others = await this.#recipients()
      .whereNotIn('entity_ref', entityRefs)
      .distinct('entity_ref');
    for (const { entity_ref } of others) {
      await this.#duties().where({ entity_ref }).delete();
      await this.#recipients().where({ entity_ref }).delete();
    }
  }

  /** @returns those whom nobody else added meanwhile */
  async #addRecipients(
    entityRef: string,
    recipients: readonly string[],
    at: string,
  ): Promise<string[]> {
    const added: string[] = [];
    const add = async (some: string[]) => {
      const rows = await this.#recipients()
        .insert(
          some.map(recipient => ({
            entity_ref: entityRef,
            recipient,
            told_at: at,
          })),
        )
        .onConflict(['entity_ref', 'recipient'])
        .ignore()
        .returning('recipient');
      for (const { recipient } of rows) added.push(recipient);
    };
    await inBatches(recipients, add, ROWS_AT_A_TIME);
    return added;
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
