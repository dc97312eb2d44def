export { gorgiasApiFactory, gorgiasApiRef } from './gorgiasApiRef';
