/** The configuration of an app that speaks a language, and shows the card but not the tab on entity pages. */
export function inLanguage(language: 'en' | 'de') {
  return {
    app: {
      baseUrl: 'http://localhost:3000',
      extensions: [
        {
          'api:app/app-language': {
            config: {
              defaultLanguage: language,
              availableLanguages: ['en', 'de'],
            },
          },
        },
        { 'entity-content:gorgias': false },
      ],
    },
    backend: { baseUrl: 'http://localhost:7007' },
  };
}
