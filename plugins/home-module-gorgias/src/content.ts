export { GorgiasMyAccess as Content } from 'backstage-plugin-gorgias';
