import { MassChange } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';

/** Says how many of how many would be gone, and where that was read. */
export function useChangeText(): (change: MassChange) => string {
  const { t } = useTexts();
  const { percent } = useFormats();
  return ({ source, before, gone }) =>
    t(`held.${source}`, {
      gone: gone.length,
      before,
      share: percent(before > 0 ? gone.length / before : 1),
    });
}
