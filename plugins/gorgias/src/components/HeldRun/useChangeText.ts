import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MassChange } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';

const percent = new Intl.NumberFormat(undefined, { style: 'percent' });

/** Says how many of how many would be gone, and where that was read. */
export function useChangeText(): (change: MassChange) => string {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return ({ source, before, gone }) =>
    t(`held.${source}`, {
      gone: gone.length,
      before,
      share: percent.format(before > 0 ? gone.length / before : 1),
    });
}
