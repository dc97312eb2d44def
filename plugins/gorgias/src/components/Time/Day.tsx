import { DateTime } from 'luxon';

/** On which day a moment is, with the moment itself as tooltip, both in the user's locale and time zone. */
export const Day = ({ at }: { at: string }) => {
  const moment = DateTime.fromISO(at);
  return (
    <time
      dateTime={at}
      title={moment.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)}
    >
      {moment.toLocaleString(DateTime.DATE_MED)}
    </time>
  );
};
