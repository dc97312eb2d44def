import { Readable } from 'node:stream';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  gorgiasReadPermission,
  SystemListItem,
} from 'backstage-plugin-gorgias-common';
import { GorgiasSource } from './GorgiasSource';
import { standingText } from './standingText';
import { systemPath } from './systemPath';

/** Makes critical systems found by who may see how they stand. */
export class SystemCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'gorgias-system';
  readonly visibilityPermission = gorgiasReadPermission;
  readonly #source: GorgiasSource;

  constructor(source: GorgiasSource) {
    this.#source = source;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncIterable<IndexableDocument> {
    for await (const system of this.#source.systems()) {
      yield toDocument(system);
    }
  }
}

/** Every document has the same fields: Lunr indexes those of the first. */
function toDocument(system: SystemListItem) {
  const { entityRef, title, subdomain, status, freshness } = system;
  return {
    title,
    text: `Critical system ${entityRef}, Gorgias account ${
      subdomain ?? 'none'
    }, access ${standingText(status, freshness)}`,
    location: systemPath(entityRef),
    entityRef,
    status,
    authorization: { resourceRef: entityRef },
  };
}
