import { useMemo } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import useObservable from 'react-use/lib/useObservable';
import { localeOf } from '../locale';

/** The language the user chose for the app. */
export function useLanguage(): string {
  const languageApi = useApi(appLanguageApiRef);
  const changes = useMemo(() => languageApi.language$(), [languageApi]);
  return useObservable(changes, languageApi.getLanguage()).language;
}

/** How to write dates, lengths and lists for the user, in the language of the app. */
export function useLocale(): string {
  return localeOf(useLanguage());
}
