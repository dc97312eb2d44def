import { Grants } from '../oauth/Grants';
import { TokenSigner } from '../oauth/TokenSigner';
import { Behaviour } from './behaviour';
import { EventLog } from './EventLog';
import { Faults } from './Faults';
import { LeakyBucket } from './LeakyBucket';
import { RequestCounter } from './RequestCounter';
import { AccessSettings, AccountData } from './seed';
import { Users } from './Users';

/** Everything of an account that can change, and goes back on a reset. */
interface AccountState {
  users: Users;
  settings: AccountData['settings'];
  behaviour: Behaviour;
  events: EventLog;
  grants: Grants;
  signer: TokenSigner;
  faults: Faults;
  requests: RequestCounter;
  apiKeyRevoked: boolean;
  buckets: { oauth: LeakyBucket; apiKey: LeakyBucket };
}

/** One Gorgias account: what its host knows, and what its API answers from. */
export class Account {
  readonly subdomain: string;
  /** What `https://{subdomain}.gorgias.com` is to the real Gorgias. */
  readonly url: string;
  /** The right time, which decides how long things work. */
  readonly now: () => Date;
  readonly #data: AccountData;
  #state: AccountState;

  constructor(data: AccountData, options: { url: string; now: () => Date }) {
    this.#data = data;
    this.subdomain = data.subdomain;
    this.url = options.url;
    this.now = options.now;
    this.#state = this.#initialState();
  }

  /** What the account takes for the time, and tells. */
  readonly clock = (): Date =>
    new Date(this.now().getTime() + this.behaviour.clockSkewSeconds * 1000);

  get users() {
    return this.#state.users;
  }

  get settings() {
    return this.#state.settings;
  }

  get behaviour() {
    return this.#state.behaviour;
  }

  get events() {
    return this.#state.events;
  }

  get grants() {
    return this.#state.grants;
  }

  get signer() {
    return this.#state.signer;
  }

  get faults() {
    return this.#state.faults;
  }

  get requests() {
    return this.#state.requests;
  }

  get buckets() {
    return this.#state.buckets;
  }

  /** The API key of every user, until it is revoked. */
  get apiKey(): string | undefined {
    return this.#state.apiKeyRevoked ? undefined : this.#data.apiKey;
  }

  get createdDatetime() {
    return this.#data.created_datetime;
  }

  get plan() {
    return this.#data.plan;
  }

  get access(): AccessSettings {
    const setting = this.settings.find(({ type }) => type === 'access');
    return setting?.type === 'access'
      ? setting.data
      : { signup_mode: 'invite' };
  }

  changeAccess(change: Partial<AccessSettings>): void {
    const setting = this.settings.find(({ type }) => type === 'access');
    if (setting) {
      Object.assign(setting.data, change);
      this.events.record('account-setting-updated', setting.id);
    }
  }

  changeBehaviour(change: Partial<Behaviour>): void {
    Object.assign(this.#state.behaviour, change);
  }

  /** Makes every issued access token invalid at once, as if its time were up. */
  expireTokens(): void {
    this.#state.signer = new TokenSigner(this);
  }

  /** Ends all access by API key, until a reset. */
  revokeApiKey(): void {
    this.#state.apiKeyRevoked = true;
  }

  /** Goes back to the seed: users, settings, grants, tokens, log-ins, faults and counts. */
  reset(): void {
    this.#state = this.#initialState();
  }

  #initialState(): AccountState {
    const { now, clock } = this;
    const events = new EventLog({
      clock,
      isOn: () => this.behaviour.eventsRecorded,
    });
    const windowSeconds = this.#data.plan === 'enterprise' ? 10 : 20;
    return {
      users: new Users(this.#data.users, events, clock),
      settings: structuredClone(this.#data.settings),
      behaviour: { ...this.#data.behaviour },
      events,
      grants: new Grants(now),
      signer: new TokenSigner(this),
      faults: new Faults(),
      requests: new RequestCounter(),
      apiKeyRevoked: false,
      buckets: {
        oauth: new LeakyBucket({ limit: 80, windowSeconds, now }),
        apiKey: new LeakyBucket({ limit: 40, windowSeconds, now }),
      },
    };
  }
}
