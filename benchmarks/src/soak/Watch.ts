import { setTimeout as delay } from 'node:timers/promises';
import { SoakWorld } from './SoakWorld';

const LOOK_MILLISECONDS = 500;
const MEASURE_EVERY = 4;

/** Looks at the database and the replicas while everything goes wrong. */
export class Watch {
  readonly #world: SoakWorld;
  /** Of each outcome, how many runs have ended so. */
  readonly outcomes = new Map<string, number>();
  #accounts: { complete: number; hash: string } | undefined;
  #seen = 0;
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
        await this.#world.fleet.revive();
      }
      // The database is away now and then.
      await this.#look().catch(() => undefined);
      await delay(LOOK_MILLISECONDS);
    }
  }

  async #look(): Promise<void> {
    const { knex, timeline } = this.#world;
    const { runs, now } = await knex.transaction(
      async transaction => ({
        runs: await transaction('sync_runs')
          .whereNot({ outcome: 'running' })
          .where('sequence', '>', this.#seen)
          .orderBy('sequence'),
        now: {
          complete: Number(
            (
              await transaction('sync_runs')
                .where({ outcome: 'complete' })
                .count({ runs: '*' })
                .first()
            )?.runs ?? 0,
          ),
          hash: await accountsHash(transaction),
        },
      }),
      { isolationLevel: 'repeatable read', readOnly: true },
    );
    for (const { sequence, outcome, error } of runs) {
      this.#seen = sequence;
      this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
      timeline.mark('sync', error ? `${outcome}: ${error}` : outcome);
    }
    const before = this.#accounts;
    if (before && before.hash !== now.hash && before.complete === now.complete) {
      timeline.breach('The accounts changed though no run was completed');
    }
    this.#accounts = now;
  }
}

async function accountsHash(
  knex: Parameters<Parameters<SoakWorld['knex']['transaction']>[0]>[0],
): Promise<string> {
  const [{ hash }] = await knex('accounts').select(
    knex.raw(
      "md5(string_agg(accounts::text, '|' order by account_id)) as hash",
    ),
  );
  return hash;
}
