import { TextField } from '@backstage/ui';

/** A time of day, as `14:30`: the browser's own field, as for days. */
export const TimeField = (props: {
  label: string;
  value: string;
  onChange(value: string): void;
}) => <TextField {...props} type={'time' as 'text'} />;
