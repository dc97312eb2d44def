/** What grounds and remedies of several checks say. */
export const verdict = {
  notActive: 'The account is not active.',
  nobodySaid: 'Nobody has said yet who may use this system.',
  configure: 'Configure who may use it, under Manage > Access validity.',
  identifyFirst: 'Identify the user first.',
  removeAccount: 'Remove the account in Gorgias.',
  stale:
    'Gorgias has not been read for too long. When it last was, this was {{status}}:',
  seeWhyFailed: 'See why the last sync failed, and sync again.',
  tolerated:
    'Tolerated until {{until}}; {{by}} approved it on {{at}}, for this reason: {{reason}}.',
  otherwise: 'Otherwise this would fail:',
  notAdded: 'It has not been added as a critical system.',
  add: 'An admin adds it with "Add Critical System".',
  notReadYet: 'The first read has not finished yet.',
  notConnected: 'Gorgias is not connected.',
} as const;

/** A status, for what goes on from "this was". */
export const wasStatus = {
  failing: 'failing',
  unknown: 'unknown',
  stale: 'stale',
  'not-configured': 'not-configured',
  exempt: 'exempt',
  passing: 'passing',
  'not-applicable': 'not-applicable',
} as const;
