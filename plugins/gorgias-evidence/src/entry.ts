import { canonicalJson, JsonObject, sha256 } from './canonical';

/** What comes before the first entry. @public */
export const NO_HASH = '0'.repeat(64);

/**
 * What the chain knows of an entry. It tells nothing of the content, and
 * whose entry it is only to somebody who knows the name already.
 *
 * @public
 */
export interface ChainLink {
  sequence: number;
  /** SHA-256 of the entity ref of the system or else the staff member it is about. */
  scope: string;
  contentHash: string;
  previousHash: string;
  hash: string;
}

/** Something that happened, before it has a place in the chain. @public */
export interface LedgerContent {
  /** Random, so that nobody guesses the content from its hash. */
  id: string;
  /** When it happened, ISO 8601 in UTC. */
  at: string;
  kind: string;
  /** The system; `null` when it concerns all of them, as staff does. */
  entityRef: string | null;
  /** SHA-256 of the canonical JSON of the body. */
  bodyHash: string;
}

/** An entry of the ledger. @public */
export interface LedgerEntry
  extends LedgerContent,
    Omit<ChainLink, 'contentHash'> {
  /** What happened; `null` once retention has removed it. */
  body: JsonObject | null;
}

/** An entry, or as much of it as somebody may see whom it does not concern. @public */
export type ChainedEntry = LedgerEntry | ChainLink;

/** Whether the content of an entry can be seen. @public */
export function isDisclosed(entry: ChainedEntry): entry is LedgerEntry {
  return 'bodyHash' in entry;
}

/** What ties an entry to whom it is about. @public */
export function scopeOf(subject: string): string {
  return sha256(subject);
}

/** @public */
export function bodyHashOf(body: JsonObject): string {
  return sha256(canonicalJson(body));
}

/** @public */
export function contentHashOf(content: LedgerContent): string {
  const { id, at, kind, entityRef, bodyHash } = content;
  // In canonical order, or it would have to be put into it.
  return sha256(canonicalJson({ at, bodyHash, entityRef, id, kind }));
}

/** The hash of an entry, which holds everything before it in place too. @public */
export function entryHashOf(link: Omit<ChainLink, 'hash'>): string {
  const { sequence, scope, contentHash, previousHash } = link;
  return sha256(
    canonicalJson({ contentHash, previousHash, scope, sequence, v: 1 }),
  );
}

/** What may be shown of an entry to somebody whom it does not concern. @public */
export function withoutContent(entry: LedgerEntry): ChainLink {
  const { sequence, scope, previousHash, hash } = entry;
  return {
    sequence,
    scope,
    contentHash: contentHashOf(entry),
    previousHash,
    hash,
  };
}
