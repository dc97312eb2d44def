import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/**
 * Every text of the plugin's own; titles of checks and tasks, grounds and
 * remedies come from the backend.
 *
 * @public
 */
export const gorgiasTranslationRef = createTranslationRef({
  id: 'gorgias',
  messages: en,
});
