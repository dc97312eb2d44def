import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../../hooks/useFormats';
import { gorgiasTranslationRef } from '../../translation';

/** How long something took, in the language of the app. */
export const Length = ({ seconds }: { seconds: number }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return <>{useFormats().length(seconds) || t('common.atOnce')}</>;
};
