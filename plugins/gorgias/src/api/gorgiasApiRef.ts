import {
  createApiFactory,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { GorgiasApi, GorgiasClient } from 'backstage-plugin-gorgias-common';

/**
 * Reads and changes critical systems through the backend plugin.
 *
 * @public
 */
export const gorgiasApiRef = createApiRef<GorgiasApi>({
  id: 'plugin.gorgias.client',
});

/** The client of the backend plugin, with the signed-in user's credentials. */
export const gorgiasApiFactory = createApiFactory({
  api: gorgiasApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: deps => new GorgiasClient(deps),
});
