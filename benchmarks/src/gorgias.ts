/** The OAuth app that emulator and backend both know. */
export const OAUTH_APP = {
  clientId: 'acme-backstage',
  clientSecret: 'emulator-client-secret',
};

/** By which tokens are sealed. */
export const KEYS = [{ id: 'benchmark', secret: 'x'.repeat(32) }];

/** What the backend takes for its own address, whichever port it gets. */
export const DISCOVERED = 'http://localhost:7007/api/gorgias';

/** Where Gorgias sends the browser back to. */
export const CALLBACK = `${DISCOVERED}/connections/callback`;
