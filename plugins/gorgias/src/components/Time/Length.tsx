import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';

/** How long something took, in the language of the app. */
export const Length = ({ seconds }: { seconds: number }) => {
  const { t } = useTexts();
  return <>{useFormats().length(seconds) || t('common.atOnce')}</>;
};
