/** Knows every secret there is, and where one was seen that may not be there. */
export class Canaries {
  readonly #secrets = new Map<string, string>();
  readonly #leaks = new Map<string, string>();

  /** @param name - what to call it, since it may not be shown */
  add(name: string, secret: string): void {
    this.#secrets.set(secret, name);
  }

  get count(): number {
    return this.#secrets.size;
  }

  /** Looks for secrets in a text. @param place - where the text was found */
  look(place: string, text: string): void {
    for (const [secret, name] of this.#secrets) {
      if (text.includes(secret)) {
        this.#leaks.set(`${name} ${place}`, `${name} in ${place}`);
      }
    }
  }

  /** Which secrets got where. */
  get leaks(): string[] {
    return [...this.#leaks.values()];
  }
}
