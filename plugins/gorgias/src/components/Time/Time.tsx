import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { useFormats } from '../../hooks/useFormats';
import { gorgiasTranslationRef } from '../../translation';

const JUST_NOW_SECONDS = 5;

/** How long ago a moment was, with the moment itself as tooltip, both in the user's locale. */
export const Time = ({ at }: { at: string }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { ago, fullMoment } = useFormats();
  const seconds = DateTime.fromISO(at).diffNow('seconds').seconds;
  const isNow = Math.abs(seconds) < JUST_NOW_SECONDS;
  return (
    <time dateTime={at} title={fullMoment(at)}>
      {isNow ? t('common.justNow') : ago(at)}
    </time>
  );
};
