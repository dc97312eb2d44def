/**
 * Shows who can get into Gorgias, judged by five access checks.
 *
 * @packageDocumentation
 */
export { gorgiasApiRef } from './api';
export { GorgiasMyAccess } from './GorgiasMyAccess';
export { isGorgiasAvailable } from './isGorgiasAvailable';
export {
  EntityGorgiasContent,
  GorgiasCriticalSystemsCard,
  GorgiasPage,
  gorgiasPlugin,
} from './plugin';
export { gorgiasTranslationRef } from './translation';
