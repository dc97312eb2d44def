import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { gorgiasTranslationRef } from '../../translation';

const JUST_NOW_SECONDS = 5;

/** How long ago a moment was, with the moment itself as tooltip, both in the user's locale. */
export const Time = ({ at }: { at: string }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const moment = DateTime.fromISO(at);
  const isNow = Math.abs(moment.diffNow('seconds').seconds) < JUST_NOW_SECONDS;
  return (
    <time
      dateTime={at}
      title={moment.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)}
    >
      {isNow ? t('common.justNow') : moment.toRelative()}
    </time>
  );
};
