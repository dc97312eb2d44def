import { Readable } from 'node:stream';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  AccountRow,
  gorgiasAccountReadPermission,
  gorgiasRoleTitle,
  SystemListItem,
} from 'backstage-plugin-gorgias-common';
import { GorgiasSource } from './GorgiasSource';
import { standingText } from './standingText';
import { systemPath } from './systemPath';

/** Makes accounts found by who may see everybody's accounts of their system. */
export class AccountCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'gorgias-account';
  readonly visibilityPermission = gorgiasAccountReadPermission;
  readonly #source: GorgiasSource;

  constructor(source: GorgiasSource) {
    this.#source = source;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncIterable<IndexableDocument> {
    for await (const system of this.#source.systems()) {
      for await (const account of this.#source.accounts(system.entityRef)) {
        yield toDocument(account, system);
      }
    }
  }
}

/** Every document has the same fields: Lunr indexes those of the first. */
function toDocument(
  { id, name, email, gorgiasRole, state, status }: AccountRow,
  { entityRef, title, freshness }: SystemListItem,
) {
  const role = gorgiasRoleTitle(gorgiasRole);
  return {
    title: name ?? email ?? `Account ${id}`,
    text: `${
      email ?? 'No e-mail address'
    }, account of ${title}, role ${role}, ${state}, access ${standingText(
      status,
      freshness,
    )}`,
    location: `${systemPath(entityRef)}/accounts?account=${id}`,
    email: email ?? '',
    entityRef,
    role,
    state,
    status,
    authorization: { resourceRef: entityRef },
  };
}
