export { GorgiasContent } from './GorgiasContent';
export { GorgiasPage } from './GorgiasPage';
