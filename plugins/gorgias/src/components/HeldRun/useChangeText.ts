import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MassChange } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { gorgiasTranslationRef } from '../../translation';

/** Says how many of how many would be gone, and where that was read. */
export function useChangeText(): (change: MassChange) => string {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { percent } = useFormats();
  return ({ source, before, gone }) =>
    t(`held.${source}`, {
      gone: gone.length,
      before,
      share: percent(before > 0 ? gone.length / before : 1),
    });
}
