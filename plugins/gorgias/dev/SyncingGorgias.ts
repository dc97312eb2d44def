import { SyncRun } from 'backstage-plugin-gorgias-common';
import { FakeGorgias } from '../src/__testUtils__/FakeGorgias';

const PAGES = 12;
const PAGE_SIZE = 100;

/** A sync that goes on page by page each time somebody looks, and begins anew when it is through. */
export class SyncingGorgias extends FakeGorgias {
  #pages = 0;

  override async getSystem() {
    const { sync } = this.summary;
    this.#pages = (this.#pages % PAGES) + 1;
    const current: SyncRun | null = sync.current && {
      ...sync.current,
      pages: this.#pages,
      accounts: this.#pages * PAGE_SIZE,
    };
    return { ...this.summary, sync: { ...sync, current } };
  }
}
