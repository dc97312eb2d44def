import { EmulatedUser } from './replicaFacts';
import { ReplicaSet } from './replicaSet';

/** Numbers and choices by chance, the same ones for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 to below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) % 2 ** 32;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  oneOf<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)];
  }

  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map(item => ({ item, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}

const ROLES = ['agent', 'basic-agent', 'lite-agent', 'observer-agent'];

/**
 * Changes one user of the account, in one of the ways in which users come,
 * go and change.
 *
 * @param mayDelete - whether one more may go without being too many at once
 * @returns the id of the user who was deleted, if that was it
 */
export async function changeSomebody(
  set: ReplicaSet,
  chance: Chance,
  mayDelete: boolean,
): Promise<number | undefined> {
  const { users } = await set.control('GET', '');
  const { id, active, has_2fa_enabled } = chance.oneOf<EmulatedUser>(
    users.filter(
      // The one who connected; bots have no second factor to change.
      ({ name, role }: EmulatedUser) =>
        name !== 'Ivy Nakamura' && role.name !== 'bot',
    ),
  );
  const kind = chance.oneOf(['come', 'go', 'activity', 'role', 'two-factor']);
  if (kind === 'go' && mayDelete && users.length > 15) {
    await set.control('DELETE', `/users/${id}`);
    return id;
  }
  if (kind === 'come' || kind === 'go') {
    const number = Math.floor(chance.next() * 1e9);
    await set.control('POST', '/users', {
      name: `Guest ${number}`,
      email: `guest.${number}@acme.example`,
      role: chance.oneOf(ROLES),
    });
    return undefined;
  }
  await set.control('PATCH', `/users/${id}`, {
    ...(kind === 'activity' && { active: !active }),
    ...(kind === 'role' && { role: chance.oneOf(ROLES) }),
    ...(kind === 'two-factor' && { has_2fa_enabled: !has_2fa_enabled }),
  });
  return undefined;
}
