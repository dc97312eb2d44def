import { Entity } from '@backstage/catalog-model';
import { GORGIAS_SUBDOMAIN_ANNOTATION } from 'backstage-plugin-gorgias-common';

/**
 * Whether an entity stands for a company's Gorgias account, that is, carries
 * the annotation `gorgias.com/subdomain`.
 *
 * @public
 */
export function isGorgiasAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[GORGIAS_SUBDOMAIN_ANNOTATION]);
}
