/**
 * Lets many who want to know the same at the same time have it of one
 * reading. Nobody gets what was read before they asked: whoever asks while a
 * reading is under way has the next one, with all others who asked meanwhile.
 */
export class SharedReads<T> {
  /** By key; none of them rejects. */
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<T>>();

  /**
   * What a reading finds that begins from now on.
   *
   * @param key - what is wanted; by the same key, everybody has to want the same
   */
  read(key: string, load: () => Promise<T>): Promise<T> {
    const shared = this.#next.get(key);
    if (shared) {
      return shared;
    }
    const reading = this.#readNext(key, load);
    this.#next.set(key, reading);
    return reading;
  }

  async #readNext(key: string, load: () => Promise<T>): Promise<T> {
    await this.#underWay.get(key);
    this.#next.delete(key);
    const reading = load();
    const ended = reading.then(
      () => {},
      () => {},
    );
    this.#underWay.set(key, ended);
    try {
      return await reading;
    } finally {
      // Unless the next one has begun.
      if (this.#underWay.get(key) === ended) {
        this.#underWay.delete(key);
      }
    }
  }
}
