import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { AlphaEntity, EntityStatusItem } from '@backstage/catalog-model/alpha';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { GORGIAS_SUBDOMAIN_ANNOTATION } from 'backstage-plugin-gorgias-common';
import { accessStatus, UNKNOWN_ACCESS } from './accessStatus';
import { Standings } from './Standings';

/** Adds how the access stands to the status of each entity that is a critical system. */
export class GorgiasAccessProcessor implements CatalogProcessor {
  readonly #standings: Standings;

  constructor(standings: Standings) {
    this.#standings = standings;
  }

  getProcessorName(): string {
    return 'GorgiasAccessProcessor';
  }

  /** Only after the catalog has looked at the entity: it refuses one that comes with a status. */
  async postProcessEntity(entity: AlphaEntity): Promise<Entity> {
    const item = await this.#statusOf(entity);
    if (!item) {
      return entity;
    }
    const status = {
      ...entity.status,
      items: [...(entity.status?.items ?? []), item],
    };
    return { ...entity, status } as AlphaEntity;
  }

  async #statusOf(entity: Entity): Promise<EntityStatusItem | undefined> {
    if (!entity.metadata.annotations?.[GORGIAS_SUBDOMAIN_ANNOTATION]) {
      return undefined;
    }
    const systems = await this.#standings.read();
    if (!systems) {
      return UNKNOWN_ACCESS;
    }
    const system = systems.get(stringifyEntityRef(entity));
    return system && accessStatus(system);
  }
}
