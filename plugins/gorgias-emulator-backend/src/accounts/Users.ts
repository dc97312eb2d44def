import { toGorgiasDatetime } from './datetime';
import { EventLog } from './EventLog';
import { GorgiasUser } from './seed';

/** What the control API may set on a user; `has_2fa_enabled: null` takes the field away. */
export interface UserChange {
  active?: boolean;
  name?: string;
  email?: string | null;
  role?: string;
  external_id?: string | null;
  has_2fa_enabled?: boolean | null;
  has_password?: boolean;
  sso?: string | null;
}

/** The users of one account, and what can happen to them. */
export class Users {
  readonly #users: Map<number, GorgiasUser>;
  readonly #events: EventLog;
  readonly #clock: () => Date;
  #nextId: number;

  constructor(users: GorgiasUser[], events: EventLog, clock: () => Date) {
    this.#users = new Map(users.map(user => [user.id, structuredClone(user)]));
    this.#events = events;
    this.#clock = clock;
    // Counts on, so that the id of a deleted user is never given again.
    this.#nextId = Math.max(0, ...this.#users.keys()) + 1;
  }

  all(): GorgiasUser[] {
    return [...this.#users.values()];
  }

  get(id: number): GorgiasUser | undefined {
    return this.#users.get(id);
  }

  findByEmail(email: string): GorgiasUser | undefined {
    return this.all().find(
      user => user.email?.toLowerCase() === email.trim().toLowerCase(),
    );
  }

  /** Adds a user the way an invitation does: active at once, without a password. */
  invite(
    invitation: UserChange & { name: string; email: string; role: string },
  ): GorgiasUser {
    const { name, email, role, ...optional } = invitation;
    const [firstname, ...rest] = name.split(' ');
    const id = this.#nextId++;
    const user: GorgiasUser = {
      id,
      active: true,
      bio: null,
      country: null,
      created_datetime: this.#timestamp(id),
      deactivated_datetime: null,
      email,
      external_id: null,
      firstname,
      lastname: rest.join(' '),
      has_2fa_enabled: false,
      has_password: false,
      language: null,
      meta: { sso: null, profile_picture_url: null },
      name,
      role: { name: role },
      timezone: 'UTC',
      updated_datetime: null,
    };
    this.#apply(user, optional);
    this.#users.set(id, user);
    this.#events.record('user-invited', id);
    return user;
  }

  change(user: GorgiasUser, change: UserChange): void {
    const twoFactorBefore = user.has_2fa_enabled;
    this.#apply(user, change);
    user.updated_datetime = this.#timestamp(user.id);
    const onlyTwoFactor = Object.keys(change).every(
      key => key === 'has_2fa_enabled',
    );
    if (!onlyTwoFactor) {
      this.#events.record('user-updated', user.id);
    }
    if (user.has_2fa_enabled !== twoFactorBefore) {
      this.#events.record('user-2fa-changed', user.id);
    }
  }

  delete(id: number): void {
    this.#users.delete(id);
    this.#events.record('user-deleted', id);
  }

  #apply(user: GorgiasUser, change: UserChange): void {
    const { active, role, sso, has_2fa_enabled, ...plain } = change;
    Object.assign(user, plain);
    if (active !== undefined && active !== user.active) {
      user.active = active;
      user.deactivated_datetime = active ? null : this.#timestamp(user.id);
    }
    if (role !== undefined) {
      user.role = { name: role };
    }
    if (sso !== undefined) {
      user.meta = { profile_picture_url: null, ...user.meta, sso };
    }
    if (has_2fa_enabled === null) {
      delete user.has_2fa_enabled;
    } else if (has_2fa_enabled !== undefined) {
      user.has_2fa_enabled = has_2fa_enabled;
    }
  }

  #timestamp(id: number): string {
    return toGorgiasDatetime(this.#clock(), id);
  }
}
