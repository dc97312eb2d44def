interface Held {
  arrived: () => void;
  opened: Promise<void>;
  open: () => void;
}

/** Holds requests to the emulator until the test lets them pass. */
export class Gate {
  readonly #held = new Map<string, Held>();

  /**
   * Holds all requests such as `GET /api/users` from now on, until the gate
   * is opened for them.
   *
   * @returns when so many of them are held
   */
  async hold(request: string, count = 1): Promise<void> {
    await new Promise<void>(resolve => {
      let missing = count;
      let open = () => {};
      const opened = new Promise<void>(pass => {
        open = pass;
      });
      const arrived = () => {
        missing -= 1;
        if (missing === 0) {
          resolve();
        }
      };
      this.#held.set(request, { arrived, opened, open });
    });
  }

  /** Lets these pass, or everything. */
  open(...requests: string[]): void {
    const keys = requests.length > 0 ? requests : [...this.#held.keys()];
    for (const key of keys) {
      this.#held.get(key)?.open();
      this.#held.delete(key);
    }
  }

  /** To be awaited by every request. */
  async pass({ method, path }: { method: string; path: string }) {
    const held = this.#held.get(`${method} ${path}`);
    held?.arrived();
    await held?.opened;
  }
}
