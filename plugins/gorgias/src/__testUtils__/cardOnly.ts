/** The configuration of an app whose entity pages have the card and not the tab: the test page of an entity would show both at once. */
export const CARD_ONLY = {
  app: {
    baseUrl: 'http://localhost:3000',
    extensions: [{ 'entity-content:gorgias': false }],
  },
  backend: { baseUrl: 'http://localhost:7007' },
};
