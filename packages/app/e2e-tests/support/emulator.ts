/** Where the backend is, as in app-config.e2e.yaml; playwright.replicas.config.ts says otherwise. */
export const BACKEND_URL =
  process.env.E2E_BACKEND_URL ?? 'http://localhost:7170';

const CONTROL_URL = `${BACKEND_URL}/api/gorgias-emulator/control`;

/** What can be set on a user inside the emulated Gorgias. */
export interface EmulatedUserChange {
  active?: boolean;
  name?: string;
  email?: string | null;
  role?: string;
  external_id?: string | null;
  /** `null` takes the field away, as if Gorgias did not tell. */
  has_2fa_enabled?: boolean | null;
  has_password?: boolean;
  sso?: string | null;
}

/** A user inside the emulated Gorgias, as far as tests look. */
export interface EmulatedUser {
  id: number;
  name: string;
  email: string | null;
  active: boolean;
  role: { name: string };
}

/** The trouble that an emulated account can make. */
export interface EmulatedFaults {
  latencyMilliseconds?: number;
  failNext?: { count: number; status: number; target?: 'api' | 'oauth' };
  rateLimitNext?: { count: number; retryAfterSeconds: number | null };
}

/** What an emulated account is like now, as far as tests look. */
export interface EmulatedAccount {
  users: EmulatedUser[];
  faults: EmulatedFaults;
  requests: { total: number; byEndpoint: Record<string, number> };
  grants: { revoked: boolean }[];
}

/** Changes what happens inside one account of the emulated Gorgias. */
export class Emulator {
  readonly #url: string;

  constructor(subdomain: string) {
    this.#url = `${CONTROL_URL}/accounts/${subdomain}`;
  }

  state(): Promise<EmulatedAccount> {
    return this.#send('GET', '');
  }

  /** Whether changes are told in the event log, which brings a sync forward. */
  recordEvents(eventsRecorded: boolean): Promise<EmulatedAccount> {
    return this.#send('PATCH', '/behaviour', { eventsRecorded });
  }

  /** Puts the account back to how it was when the emulator started. */
  reset(): Promise<EmulatedAccount> {
    return this.#send('POST', '/reset');
  }

  addUser(
    user: EmulatedUserChange & { name: string; email: string; role: string },
  ): Promise<EmulatedUser> {
    return this.#send('POST', '/users', user);
  }

  changeUser(id: number, change: EmulatedUserChange): Promise<EmulatedUser> {
    return this.#send('PATCH', `/users/${id}`, change);
  }

  deleteUser(id: number): Promise<void> {
    return this.#send('DELETE', `/users/${id}`);
  }

  setFaults(faults: EmulatedFaults): Promise<EmulatedAccount> {
    return this.#send('POST', '/faults', faults);
  }

  clearFaults(): Promise<EmulatedAccount> {
    return this.#send('DELETE', '/faults');
  }

  expireTokens(): Promise<EmulatedAccount> {
    return this.#send('POST', '/expire-tokens');
  }

  revokeGrants(): Promise<EmulatedAccount> {
    return this.#send('POST', '/revoke-grants');
  }

  async #send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(
        `The emulator refused ${method} ${path} (${response.status}): ${text}`,
      );
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
