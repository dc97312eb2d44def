import { useFormats } from '../../hooks/useFormats';

/** On which day a moment is, with the moment itself as tooltip, both in the user's locale and time zone. */
export const Day = ({ at }: { at: string }) => {
  const { day, fullMoment } = useFormats();
  return (
    <time dateTime={at} title={fullMoment(at)}>
      {day(at)}
    </time>
  );
};
