import { TextField } from '@backstage/ui';

/**
 * A day, as `2026-12-31`. The browser's own date field, which every assistive
 * technology and every tool that drives pages knows; the type of `TextField`
 * only does not name it.
 */
export const DateField = (props: {
  label: string;
  value: string;
  onChange(value: string): void;
}) => <TextField {...props} type={'date' as 'text'} />;
