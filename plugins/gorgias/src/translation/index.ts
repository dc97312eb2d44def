import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/**
 * Every text, the plugin's own and what the backend tells by ids, in English
 * and in German. German shows where the app has it among its languages.
 *
 * @public
 */
export const gorgiasTranslationRef = createTranslationRef({
  id: 'gorgias',
  messages: en,
  translations: { de: () => import('./de') },
});
