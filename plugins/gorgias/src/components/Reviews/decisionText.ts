import { ReviewDecision } from 'backstage-plugin-gorgias-common';
import { roleTitle } from '../../gorgiasRoles';
import { Translate } from '../../hooks/useTexts';

/** What was decided, in words. */
export function decisionText(
  { decision, gorgiasRole }: ReviewDecision,
  t: Translate,
): string {
  const words = t(`reviews.${decision}.button`);
  return gorgiasRole
    ? `${words} ${t('reviews.toRole', { role: roleTitle(gorgiasRole, t) })}`
    : words;
}
