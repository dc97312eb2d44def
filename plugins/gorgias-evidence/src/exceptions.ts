import { Json, JsonObject } from './canonical';
import { LedgerEntry } from './entry';
import { POPULATION_KINDS } from './population';

/** An exception as the ledger tells it. @public */
export type ExceptionRecord = { [field: string]: Json };

const DECIDED = ['approved', 'refused', 'withdrawn'];
const ENDED = ['refused', 'withdrawn', 'lapsed'];

/**
 * Puts together the exceptions of a system, from the entries of the ledger in
 * their order, beginning with a snapshot.
 *
 * @public
 */
export class ExceptionReplay {
  readonly #records = new Map<string, ExceptionRecord>();

  /** Takes an entry of the system into account. */
  add({ kind, at, body }: LedgerEntry): void {
    if (body === null) {
      return;
    }
    if (kind === POPULATION_KINDS.snapshot) {
      for (const exception of body.exceptions as ExceptionRecord[]) {
        this.#records.set(String(exception.id), exception);
      }
    } else if (kind === 'exception' && body.after) {
      this.#change(at, body, body.after as JsonObject);
    }
  }

  /** Those that were asked for and had not ended before a time, the oldest first. */
  since(time: string): ExceptionRecord[] {
    return [...this.#records.values()]
      .filter(record => (endOf(record) ?? time) >= time)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  #change(at: string, body: JsonObject, after: JsonObject): void {
    const id = String(after.id);
    const before = this.#records.get(id);
    const status = String(after.status ?? before?.status);
    const { accountId, checkId } = body;
    this.#records.set(id, {
      ...(before ?? { requestedAt: at }),
      ...after,
      accountId: accountId ?? null,
      checkId: checkId ?? null,
      ...(DECIDED.includes(status) && after.status && { decidedAt: at }),
      ...(status === 'lapsed' && {
        lapsedAt: at,
        lapsedBecause: after.because ?? after.lapsedBecause ?? null,
      }),
    });
  }
}

function endOf(record: ExceptionRecord): string | undefined {
  return ENDED.includes(String(record.status))
    ? String(record.lapsedAt ?? record.decidedAt)
    : undefined;
}

function keyOf({ requestedAt, id }: ExceptionRecord): string {
  return `${requestedAt} ${id}`;
}
