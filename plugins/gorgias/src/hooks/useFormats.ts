import { useMemo } from 'react';
import { Formats, formatsOf } from '../formats';
import { useLocale } from './useLocale';

/** How to write dates, numbers and lengths for the user, in the language of the app. */
export function useFormats(): Formats {
  const locale = useLocale();
  return useMemo(() => formatsOf(locale), [locale]);
}
