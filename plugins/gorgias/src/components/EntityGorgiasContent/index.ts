export { EntityGorgiasContent } from './EntityGorgiasContent';
