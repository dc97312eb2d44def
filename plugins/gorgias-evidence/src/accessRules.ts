import { Json, JsonObject } from './canonical';
import { LedgerEntry } from './entry';
import { POPULATION_KINDS } from './population';

/** A version of the access rule, and since when it was in force. @public */
export type RuleVersion = {
  revision: number;
  spec: Json;
  /** Who set it; `null` when it follows from a change in the catalog. */
  by: string | null;
  since: string;
  reason: string | null;
};

/** Puts together the versions of an access rule from the entries of the ledger in their order. @public */
export class RuleReplay {
  readonly #versions = new Map<number, RuleVersion>();

  /** Takes an entry of the system into account. */
  add({ kind, at, body }: LedgerEntry): void {
    if (kind === POPULATION_KINDS.snapshot && body?.accessRule) {
      const rule = body.accessRule as JsonObject;
      this.#put(rule, rule.updatedBy, String(rule.updatedAt));
    } else if (kind === 'access-rule' && body?.after) {
      this.#put(body.after as JsonObject, body.by, at);
    }
  }

  /** Those that were in force at a time or later, the oldest first. */
  since(time: string): RuleVersion[] {
    const all = [...this.#versions.values()].sort(
      (a, b) => a.revision - b.revision,
    );
    return all.filter(
      (_, index) => index === all.length - 1 || all[index + 1].since >= time,
    );
  }

  #put(rule: JsonObject, by: Json | undefined, since: string): void {
    const revision = Number(rule.revision);
    this.#versions.set(revision, {
      revision,
      spec: rule.spec,
      by: by === undefined || by === null ? null : String(by),
      since,
      reason: rule.reason === undefined ? null : String(rule.reason),
    });
  }
}
