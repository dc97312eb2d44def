import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GORGIAS_SUBDOMAIN_ANNOTATION,
  parseSubdomain,
} from 'backstage-plugin-gorgias-common';
import { toKeepable } from '../keepableText';

/** An entity ref in full: its kind, namespace and name. */
export const ENTITY_REF = /^([^:/\s]+):([^:/\s]+)\/([^:/\s]+)$/;

/** The entity that stands for a company's Gorgias account. */
export interface GorgiasEntity {
  entityRef: string;
  title: string;
  /** The first of its owners, who is asked to act. */
  owner: string | undefined;
  /** Entity refs of all its owners. */
  ownerRefs: string[];
  /** `null` when the annotation does not hold a valid one. */
  subdomain: string | null;
}

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
];

/** Finds entities in the catalog, as the person who asks may see them. */
export class GorgiasEntities {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  /**
   * @throws NotFoundError when there is no such entity, or the person may
   * not see it, or it does not stand for a Gorgias account
   */
  async get(
    ref: string | CompoundEntityRef,
    credentials: BackstageCredentials,
  ): Promise<GorgiasEntity> {
    const entityRef =
      typeof ref === 'string' ? normaliseRef(ref) : stringifyEntityRef(ref);
    const [entity] = await this.find([entityRef], credentials);
    if (!entity) {
      throw new NotFoundError(
        `There is no entity ${entityRef} with the annotation ${GORGIAS_SUBDOMAIN_ANNOTATION} in the catalog`,
      );
    }
    return entity;
  }

  /** Each entity in the place of its ref, `undefined` where there is none. */
  async find(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Array<GorgiasEntity | undefined>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: FIELDS },
      { credentials },
    );
    return items.map(entity => entity && toGorgiasEntity(entity));
  }
}

/**
 * Writes an entity ref in full and in lower case.
 *
 * @throws InputError when it is none
 */
export function normaliseRef(ref: string, field = 'entityRef'): string {
  const parts = ENTITY_REF.exec(ref);
  if (!parts) {
    throw new InputError(
      `${field}: "${ref.slice(
        0,
        100,
      )}" is not an entity reference; write it like resource:default/gorgias`,
    );
  }
  const [, kind, namespace, name] = parts;
  return stringifyEntityRef({ kind, namespace, name });
}

function toGorgiasEntity(entity: Entity): GorgiasEntity | undefined {
  const annotation =
    entity.metadata.annotations?.[GORGIAS_SUBDOMAIN_ANNOTATION];
  if (annotation === undefined) {
    return undefined;
  }
  const parsed = parseSubdomain(annotation);
  const ownerRefs = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
  return {
    entityRef: stringifyEntityRef(entity),
    title: toKeepable(entity.metadata.title ?? entity.metadata.name),
    owner: ownerRefs[0],
    ownerRefs,
    subdomain: parsed.ok ? parsed.subdomain : null,
  };
}
