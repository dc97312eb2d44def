import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { gorgiasApiFactory } from '../api';

export const gorgiasApi = ApiBlueprint.make({
  params: defineParams => defineParams(gorgiasApiFactory),
});
