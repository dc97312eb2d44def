/**
 * How a reader of a language writes dates and numbers: as the browser says,
 * where that names the language with a region, such as `en-GB` of `en`.
 */
export function localeOf(
  language: string,
  preferred: readonly string[] = navigator.languages,
): string {
  return (
    preferred.find(locale => locale.startsWith(`${language}-`)) ?? language
  );
}
