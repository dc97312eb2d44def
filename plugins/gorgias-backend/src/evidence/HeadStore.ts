import { SignedHead } from 'backstage-plugin-gorgias-evidence';
import { Knex } from 'knex';
import { LedgerRange } from './LedgerStore';

interface HeadRow {
  number?: number;
  sequence: number;
  hash: string;
  signed_at: string;
  key_id: string | null;
  signature: string | null;
}

/** A key that heads were signed with. */
export interface EvidenceKey {
  keyId: string;
  /** PEM. */
  publicKey: string;
  firstUsedAt: string;
}

/** The heads of the chain, the keys they were signed with, and who was told of them. */
export class HeadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(head: SignedHead): Promise<void> {
    await this.#heads().insert({
      sequence: head.sequence,
      hash: head.hash,
      signed_at: head.signedAt,
      key_id: head.keyId,
      signature: head.signature,
    });
  }

  async last(): Promise<SignedHead | undefined> {
    const row = await this.#heads().orderBy('number', 'desc').first();
    return row && fromRow(row);
  }

  /** A part of the heads, newest first. */
  async list(page: {
    offset: number;
    limit: number;
  }): Promise<{ heads: SignedHead[]; total: number }> {
    const [{ total }] = await this.#heads().count({ total: '*' });
    const rows = await this.#heads()
      .orderBy('number', 'desc')
      .offset(page.offset)
      .limit(page.limit);
    return { heads: rows.map(fromRow), total: Number(total) };
  }

  /** The heads that vouch for entries of a part of the chain or for what is right before it, oldest first. */
  async listOf(
    { first, last }: LedgerRange,
    onlySigned: boolean,
  ): Promise<SignedHead[]> {
    const rows = await this.#some(onlySigned)
      .whereBetween('sequence', [first - 1, last])
      .orderBy('number');
    return rows.map(fromRow);
  }

  /** The last head that was signed up to a time. */
  async lastUntil(
    at: string,
    onlySigned: boolean,
  ): Promise<SignedHead | undefined> {
    const row = await this.#some(onlySigned)
      .where('signed_at', '<=', at)
      .orderBy('number', 'desc')
      .first();
    return row && fromRow(row);
  }

  /** The first head that was signed at a time or later and vouches for an entry. */
  async firstFrom(
    at: string,
    sequence: number,
    onlySigned: boolean,
  ): Promise<SignedHead | undefined> {
    const row = await this.#some(onlySigned)
      .where('signed_at', '>=', at)
      .where('sequence', '>=', sequence)
      .orderBy('number')
      .first();
    return row && fromRow(row);
  }

  /** Keeps a public key, so that what it signed can be verified for ever. @returns the key that has this id */
  async keepKey(key: EvidenceKey): Promise<EvidenceKey> {
    await this.#knex('ledger_keys')
      .insert({
        key_id: key.keyId,
        public_key: key.publicKey,
        first_used_at: key.firstUsedAt,
      })
      .onConflict('key_id')
      .ignore();
    return (await this.listKeys()).find(({ keyId }) => keyId === key.keyId)!;
  }

  async listKeys(): Promise<EvidenceKey[]> {
    const rows = await this.#knex('ledger_keys').orderBy([
      'first_used_at',
      'key_id',
    ]);
    return rows.map(row => ({
      keyId: row.key_id,
      publicKey: row.public_key,
      firstUsedAt: row.first_used_at,
    }));
  }

  /** The oldest head that a recipient was not told of. */
  async nextFor(
    recipientId: string,
  ): Promise<{ number: number; head: SignedHead } | undefined> {
    const told = await this.#knex('ledger_recipients')
      .where({ recipient_id: recipientId })
      .first();
    const row = await this.#heads()
      .where('number', '>', told?.number ?? 0)
      .orderBy('number')
      .first();
    return row && { number: row.number!, head: fromRow(row) };
  }

  async noteTold(recipientId: string, number: number): Promise<void> {
    await this.#knex('ledger_recipients')
      .insert({ recipient_id: recipientId, number })
      .onConflict('recipient_id')
      .merge();
  }

  /** Heads from before a key was configured prove nothing. */
  #some(onlySigned: boolean) {
    return onlySigned ? this.#heads().whereNotNull('signature') : this.#heads();
  }

  #heads() {
    return this.#knex<HeadRow>('ledger_heads');
  }
}

function fromRow(row: HeadRow): SignedHead {
  return {
    sequence: row.sequence,
    hash: row.hash,
    signedAt: row.signed_at,
    keyId: row.key_id,
    signature: row.signature,
  };
}
