import { Locator, test } from '@playwright/test';

/** Counts what somebody has to do, where the product promises that it is little. */
export class Clicks {
  readonly #startedAt = Date.now();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get seconds(): number {
    return (Date.now() - this.#startedAt) / 1000;
  }

  /** Clicks once, as a person would. */
  async on(locator: Locator): Promise<void> {
    this.#count += 1;
    await test.step(`Click ${this.#count}`, () => locator.click());
  }
}
