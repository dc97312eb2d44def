import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { SoakWorld } from './SoakWorld';

const LOOK_MILLISECONDS = 500;
const MEASURE_EVERY = 4;

/** How many runs were complete, and the accounts then. */
interface Snapshot {
  complete: number;
  accounts: any[];
}

/** Looks at the database and the replicas while everything goes wrong. */
export class Watch {
  readonly #world: SoakWorld;
  /** Of each outcome, how many runs have ended so. */
  readonly outcomes = new Map<string, number>();
  readonly #seen = new Set<string>();
  #last: Snapshot | undefined;
  #reviving: Promise<void> | undefined;
  #stopped = false;
  #done: Promise<void> | undefined;

  constructor(world: SoakWorld) {
    this.#world = world;
  }

  begin(): void {
    this.#done = this.#lookAgainAndAgain();
  }

  async end(): Promise<void> {
    this.#stopped = true;
    await this.#done;
  }

  async #lookAgainAndAgain(): Promise<void> {
    for (let round = 0; !this.#stopped; round += 1) {
      if (round % MEASURE_EVERY === 0) {
        this.#world.fleet.tellAll({ type: 'measure' });
        this.#revive();
      }
      // The database is away now and then.
      await this.#look().catch(() => undefined);
      await delay(LOOK_MILLISECONDS);
    }
  }

  /** Not waited for, since whoever is replaced comes first, and that takes long. */
  #revive(): void {
    this.#reviving ??= this.#world.fleet
      .revive()
      .catch(() => {})
      .finally(() => {
        this.#reviving = undefined;
      });
  }

  async #look(): Promise<void> {
    const { knex, timeline } = this.#world;
    // All of it as it was at one time.
    const { runs, accounts } = await knex.transaction(
      async transaction => ({
        runs: await transaction('sync_runs').orderBy('sequence'),
        accounts: await transaction('accounts').orderBy('account_id'),
      }),
      { isolationLevel: 'repeatable read', readOnly: true },
    );
    for (const { id, outcome, error } of runs) {
      if (outcome !== 'running' && !this.#seen.has(id)) {
        this.#seen.add(id);
        this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
        timeline.mark('sync', error ? `${outcome}: ${error}` : outcome);
      }
    }
    const now = { complete: runs.filter(isComplete).length, accounts };
    if (this.#last) {
      this.#compare(this.#last, now, runs);
    }
    this.#last = now;
  }

  #compare(before: Snapshot, now: Snapshot, runs: any[]): void {
    const { timeline } = this.#world;
    const completed = now.complete - before.complete;
    if (completed === 0 && !isDeepStrictEqual(before.accounts, now.accounts)) {
      timeline.breach('The accounts changed though no run was completed');
    }
    // Of two at once nobody knows which one it was.
    if (completed !== 1) {
      return;
    }
    const gone = new Set(
      now.accounts
        .filter(({ state }) => state === 'gone')
        .map(account => account.account_id),
    );
    const active = before.accounts.filter(({ state }) => state === 'active');
    const left = active.filter(account => gone.has(account.account_id));
    if (left.length < 5 || left.length <= active.length * 0.2) {
      return;
    }
    const [previous] = runs.filter(isComplete).slice(-2);
    const isAccepted = runs.some(
      ({ sequence, decision, decided_by }) =>
        sequence > previous.sequence && decision === 'accepted' && decided_by,
    );
    const what = `${left.length} of ${active.length} accounts gone`;
    if (isAccepted) {
      timeline.mark('users', `accepted: ${what}`);
    } else {
      timeline.breach(`A mass change that nobody accepted: ${what}`);
    }
  }
}

function isComplete({ outcome }: { outcome: string }): boolean {
  return outcome === 'complete';
}
