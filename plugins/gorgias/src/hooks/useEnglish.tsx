import { ReactNode } from 'react';
import { useLanguage } from './useLocale';

/** Marks a text that there is in English only, so that it is read out as such. */
export function useEnglish(): (text: string) => ReactNode {
  const language = useLanguage();
  return text => (language === 'en' ? text : <span lang="en">{text}</span>);
}
