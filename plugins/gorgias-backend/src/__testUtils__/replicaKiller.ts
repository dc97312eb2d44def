import { setTimeout as delay } from 'node:timers/promises';
import { Phase, phaseOf, PHASES, settled } from './replicaPhase';
import { ReplicaProcess } from './replicaProcess';
import { Chance } from './replicaRandom';
import { ReplicaSet } from './replicaSet';

const GORGIAS = 'resource:default/gorgias';
/** How many runs may be too quick to be seen in a phase. */
const MOST_MISSED = 50;

/** Kills replicas in the middle of sync runs, and notes how far these had come. */
export class Killer {
  /** How often each phase was hit, and at which pages. */
  readonly hits = Object.fromEntries(
    [...PHASES, 'idle'].map(phase => [phase, 0]),
  ) as Record<Phase | 'idle', number>;
  readonly pages: number[] = [];
  readonly #set: ReplicaSet;
  readonly #chance: Chance;

  constructor(set: ReplicaSet, chance: Chance) {
    this.#set = set;
    this.#chance = chance;
  }

  /**
   * Kills the replica that does a sync run, in this phase if that is still
   * possible, and notes which one it was.
   *
   * @returns the replica in its place, which is to be started; whether the
   * killed one did the task of the scheduler, which nobody else does until it
   * is given up; and when a run was interrupted that has to be done again
   */
  async killIn(wanted: Phase): Promise<{
    successor: ReplicaProcess;
    isLocked: boolean;
    interruptedAt: string | undefined;
  }> {
    const victim =
      wanted === 'waiting'
        ? await this.#freezeAfterAsking()
        : await this.#freezeRunningIn(wanted);
    const { phase, pages, isBusy } = await this.#frozenPhaseOf(victim);
    this.hits[phase] += 1;
    if (phase === 'between-pages') {
      this.pages.push(pages);
    }
    return {
      isLocked: isBusy,
      interruptedAt:
        isBusy && phase !== 'waiting' && phase !== 'ended'
          ? new Date().toISOString()
          : undefined,
      successor: await this.#set.kill(victim),
    };
  }

  /**
   * Starts the replica in the place of a killed one as soon as the scheduler
   * has given the killed one up: a backend that starts looks for tasks that
   * took too long. All others look once a minute.
   */
  async start(successor: ReplicaProcess): Promise<void> {
    await successor.load();
    for (;;) {
      const lost = await this.#set
        .knex('backstage_backend_tasks__tasks')
        .where({ id: 'sync' })
        .whereRaw('current_run_expires_at > now()');
      if (
        lost.length === 0 ||
        this.#set.replicas.some(({ tasks }) => tasks.has('sync'))
      ) {
        break;
      }
      await delay(20);
    }
    await this.#set.startOne(successor);
  }

  /** How far a frozen replica has come; idle when it turns out that another does the run. */
  async #frozenPhaseOf(
    victim: ReplicaProcess,
  ): Promise<{ phase: Phase | 'idle'; pages: number; isBusy: boolean }> {
    const { knex, ready } = this.#set;
    await settled(knex, victim);
    const { phase, pages } = await phaseOf(knex, victim);
    const isBusy =
      victim.tasks.has('sync') &&
      !ready.some(other => other !== victim && other.tasks.has('sync'));
    return {
      phase: isBusy || phase === 'waiting' ? phase : 'idle',
      pages,
      isBusy,
    };
  }

  /** Asks a replica for a run, and freezes it before any has started it. */
  async #freezeAfterAsking(): Promise<ReplicaProcess> {
    const victim = this.#chance.oneOf(this.#set.ready);
    await this.#set.of(victim).syncNow(GORGIAS);
    victim.freeze();
    return victim;
  }

  async #freezeRunningIn(wanted: Phase): Promise<ReplicaProcess> {
    const { knex } = this.#set;
    // Any number of pages, and any place in a phase.
    const pages = 1 + Math.floor(this.#chance.next() * 5);
    const wait = this.#chance.next() * 15;
    let missed = 0;
    while (missed <= MOST_MISSED) {
      const busy = this.#set.ready.find(({ tasks }) => tasks.has('sync'));
      const now = busy && (await phaseOf(knex, busy));
      if (
        now &&
        now.phase !== 'ended' &&
        PHASES.indexOf(now.phase) >= PHASES.indexOf(wanted) &&
        (now.phase !== 'between-pages' || now.pages >= pages)
      ) {
        if (wanted === 'before-pages' || wanted === 'between-pages') {
          await delay(wait);
        }
        busy!.freeze();
        return busy!;
      }
      if (!busy) {
        const asked = await knex('sync_runs').where({ outcome: 'running' });
        if (asked.length === 0) {
          const replica = this.#chance.oneOf(this.#set.ready);
          await this.#set.of(replica).syncNow(GORGIAS);
          missed += 1;
        }
      }
      await delay(busy ? 2 : 5);
    }
    throw new Error(`In ${missed} runs none was seen ${wanted}`);
  }
}
