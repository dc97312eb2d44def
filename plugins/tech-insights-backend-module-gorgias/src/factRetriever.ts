import { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  FactRetriever,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import { GorgiasClient, SystemListItem } from 'backstage-plugin-gorgias-common';
import { GorgiasService } from 'backstage-plugin-gorgias-node';
import { DateTime } from 'luxon';
import { factSchema, factsOf } from './facts';

const PAGE_SIZE = 100;

/**
 * Reads how every critical system stands. It throws rather than give a part:
 * Tech Insights then keeps what it has, with the time it is of.
 */
export function createGorgiasFactRetriever(deps: {
  auth: AuthService;
  gorgias: GorgiasService;
}): FactRetriever {
  return {
    id: 'gorgiasAccessFactRetriever',
    version: '1.0.0',
    title: 'Access to Gorgias',
    description: 'How the access to each critical system of Gorgias stands',
    schema: factSchema,
    async handler() {
      const client = deps.gorgias.as(
        await deps.auth.getOwnServiceCredentials(),
      );
      const timestamp = DateTime.utc();
      const facts: TechInsightFact[] = [];
      for await (const system of allSystems(client)) {
        // Tech Insights has facts of entities; this one is not there any more.
        if (system.entityExists) {
          facts.push({
            entity: parseEntityRef(system.entityRef),
            facts: factsOf(system, await countFailing(client, system)),
            timestamp,
          });
        }
      }
      return facts;
    },
  };
}

async function* allSystems(
  client: GorgiasClient,
): AsyncGenerator<SystemListItem> {
  let cursor: string | undefined;
  do {
    const page = await client.listSystems({ limit: PAGE_SIZE, cursor });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor);
}

/** An account may fail several checks, so the counts of the checks don't say how many accounts fail. */
async function countFailing(
  client: GorgiasClient,
  { entityRef }: SystemListItem,
): Promise<number> {
  const { totalItems } = await client.listAccounts(entityRef, {
    status: 'failing',
    limit: 1,
  });
  return totalItems;
}
