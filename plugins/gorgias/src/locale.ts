/**
 * How a reader of a language writes dates and numbers: as the browser says,
 * where that names the language with a region, such as `en-GB` of `en`.
 */
export function localeOf(
  language: string,
  preferred: readonly string[] = navigator.languages,
): string {
  return (
    preferred.find(
      locale => locale.startsWith(`${language}-`) && isLocale(locale),
    ) ?? language
  );
}

/** Chromium says `en-US@posix` where the system's language is not set, which `Intl` refuses. */
function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
