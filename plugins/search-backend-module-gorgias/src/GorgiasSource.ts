import { AuthService } from '@backstage/backend-plugin-api';
import {
  AccountRow,
  GorgiasClient,
  Page,
  PageRequest,
  SystemListItem,
} from 'backstage-plugin-gorgias-common';
import { GorgiasService } from 'backstage-plugin-gorgias-node';

const PAGE = 100;

/** What is there to be found, read page by page as it is asked for. */
export class GorgiasSource {
  readonly #auth: AuthService;
  readonly #gorgias: GorgiasService;

  constructor(options: { auth: AuthService; gorgias: GorgiasService }) {
    this.#auth = options.auth;
    this.#gorgias = options.gorgias;
  }

  /** The critical systems whose entity is in the catalog: the others have no page. */
  async *systems(): AsyncIterable<SystemListItem> {
    for await (const system of this.#all((client, page) =>
      client.listSystems(page),
    )) {
      if (system.entityExists) {
        yield system;
      }
    }
  }

  /** All accounts of a system, those that are gone included. */
  accounts(entityRef: string): AsyncIterable<AccountRow> {
    return this.#all((client, page) => client.listAccounts(entityRef, page));
  }

  async *#all<T>(
    list: (client: GorgiasClient, page: PageRequest) => Promise<Page<T>>,
  ): AsyncIterable<T> {
    let cursor: string | undefined;
    do {
      // For each page anew, since tokens lapse while many pages are read.
      const client = this.#gorgias.as(
        await this.#auth.getOwnServiceCredentials(),
      );
      const page = await list(client, { limit: PAGE, cursor });
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor);
  }
}
