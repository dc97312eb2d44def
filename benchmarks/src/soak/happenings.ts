import { setTimeout as delay } from 'node:timers/promises';
import { Chance } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaRandom';
import { CLICKS, wordOf } from './clicks';
import { endFaults, FAULTS } from './faults';
import { SoakEvent } from './plan';
import { ADMIN, GORGIAS, SoakWorld } from './SoakWorld';

const FAULT_MILLISECONDS = 6_000;
/** As many as are surely a mass change of those that are left. */
const EXODUS = 9;
const ROLES = ['agent', 'basic-agent', 'lite-agent', 'observer-agent'];

/** Makes events happen; those of one kind one after the other. */
export class Happenings {
  readonly #world: SoakWorld;
  readonly #chance: Chance;
  readonly #queues = new Map<string, Promise<void>>();
  /** How often each kind of event has come to its end. */
  readonly done = new Map<string, number>();

  constructor(world: SoakWorld, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  begin(event: SoakEvent): void {
    // Admins wait for nobody.
    const queue = event.type === 'click' ? `click ${event.user}` : event.type;
    const before = this.#queues.get(queue) ?? Promise.resolve();
    this.#queues.set(
      queue,
      before
        .then(() => this.#make(event))
        .then(() => {
          const name = nameOf(event);
          this.done.set(name, (this.done.get(name) ?? 0) + 1);
        })
        .catch(error => {
          if (event.type === 'keys' || event.type === 'kill') {
            this.#world.timeline.breach(`${event.type}: ${error}`);
          }
        }),
    );
  }

  /** Waits until all that has begun has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.#queues.values());
  }

  async #make(event: SoakEvent): Promise<void> {
    const { timeline, fleet } = this.#world;
    switch (event.type) {
      case 'fault':
        return this.#fault(event.fault);
      case 'kill':
        timeline.mark('kill', `${event.signal} to replica ${event.replica}`);
        return fleet.replace(event.replica, event.signal);
      case 'database':
        timeline.mark('database', `PostgreSQL ended by ${event.signal}`);
        return this.#world.restartDatabase(event.signal);
      case 'clock':
        timeline.mark(
          'clock',
          `replica ${event.replica} is ${event.aheadMinutes} min ahead`,
        );
        fleet.tell(event.replica, {
          type: 'clock',
          aheadMilliseconds: event.aheadMinutes * 60_000,
        });
        await delay(event.forSeconds * 1000);
        fleet.tell(event.replica, { type: 'clock', aheadMilliseconds: 0 });
        return undefined;
      case 'keys':
        timeline.mark('keys', 'a new key');
        return this.#world.rotateKeys();
      case 'users':
        return this.#changeUsers();
      case 'exodus':
        return this.#exodus();
      case 'mend':
        return this.#mend();
      default: {
        const replica = fleet.at(event.replica);
        if (!replica) {
          return undefined;
        }
        try {
          return await CLICKS[event.click]({
            api: this.#world.as(event.user, replica),
            chance: this.#chance,
            decided: what =>
              this.#world.decisions.push({ what, by: event.user }),
          });
        } catch (error) {
          timeline.count(`${event.click}: ${wordOf(error)}`);
          throw error;
        }
      }
    }
  }

  async #fault(index: number): Promise<void> {
    const { emulator, timeline } = this.#world;
    const { name, arrange } = FAULTS[index];
    timeline.mark('fault', name);
    await arrange(emulator);
    try {
      await this.#world.admin.syncNow(GORGIAS).catch(() => undefined);
      await delay(FAULT_MILLISECONDS);
    } finally {
      await endFaults(emulator);
    }
  }

  async #changeUsers(): Promise<void> {
    const { emulator, timeline } = this.#world;
    const { users } = await emulator.control('GET', '');
    const others = users.filter(isAnybody);
    const { id, active, has_2fa_enabled } = this.#chance.oneOf<any>(others);
    const kind = this.#chance.oneOf([
      'come',
      'go',
      'activity',
      'role',
      'two-factor',
    ]);
    timeline.mark('users', kind);
    if (kind === 'go' && users.length > 20) {
      await emulator.control('DELETE', `/users/${id}`);
    } else if (kind === 'come' || kind === 'go') {
      await this.#invite();
    } else {
      await emulator.control('PATCH', `/users/${id}`, {
        ...(kind === 'activity' && { active: !active }),
        ...(kind === 'role' && { role: this.#chance.oneOf(ROLES) }),
        ...(kind === 'two-factor' && { has_2fa_enabled: !has_2fa_enabled }),
      });
    }
  }

  /** So many leave at once that it has to be held; others come a moment later. */
  async #exodus(): Promise<void> {
    const { emulator, timeline } = this.#world;
    const { users } = await emulator.control('GET', '');
    timeline.mark('users', `exodus of ${EXODUS}`);
    const leaving = this.#chance
      .shuffle<any>(users.filter(isAnybody).filter(({ active }: any) => active))
      .slice(0, EXODUS);
    for (const { id } of leaving) {
      await emulator.control('DELETE', `/users/${id}`);
    }
    await this.#world.admin.syncNow(GORGIAS).catch(() => undefined);
    await delay(10_000);
    for (let index = 0; index < EXODUS; index += 1) {
      await this.#invite();
    }
  }

  /** What an admin does who looks at the pending tasks: connects again, and decides about what is held. */
  async #mend(): Promise<void> {
    const { fleet, timeline, decisions, admin } = this.#world;
    const { connection, sync } = await admin.getSystem(GORGIAS);
    const isUnwell =
      connection?.state !== 'connected' || Boolean(connection.warning);
    if (isUnwell) {
      await this.#world.connect(ADMIN, this.#chance.oneOf(fleet.ready));
    } else if (sync.held) {
      const accepts = this.#chance.next() < 0.6;
      await (accepts
        ? admin.acceptHeldRun(GORGIAS, sync.held.id)
        : admin.discardHeldRun(GORGIAS, sync.held.id));
      decisions.push({ what: 'held-run', by: ADMIN });
      timeline.mark(
        'users',
        accepts ? 'held run accepted' : 'held run discarded',
      );
    }
  }

  async #invite(): Promise<void> {
    const number = Math.floor(this.#chance.next() * 1e9);
    await this.#world.emulator.control('POST', '/users', {
      name: `Guest ${number}`,
      email: `guest.${number}@acme.example`,
      role: this.#chance.oneOf(ROLES),
    });
  }
}

/** Not the one who connected; bots have no second factor to change. */
function isAnybody({ name, role }: any): boolean {
  return name !== 'Ivy Nakamura' && role.name !== 'bot';
}

function nameOf(event: SoakEvent): string {
  switch (event.type) {
    case 'click':
      return `click ${event.click}`;
    case 'kill':
    case 'database':
      return `${event.type} ${event.signal}`;
    default:
      return event.type;
  }
}
