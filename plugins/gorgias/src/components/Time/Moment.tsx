import { useFormats } from '../../hooks/useFormats';

/** A moment to the minute, with the seconds and the time zone as tooltip. */
export const Moment = ({ at }: { at: string }) => {
  const { moment, fullMoment } = useFormats();
  return (
    <time dateTime={at} title={fullMoment(at)}>
      {moment(at)}
    </time>
  );
};
