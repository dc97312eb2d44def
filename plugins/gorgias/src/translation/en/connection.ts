export const connection = {
  title: 'Connection',
  'not-connected': 'Not connected',
  connecting: 'Connecting',
  connectingHelp:
    'Log in to Gorgias and allow access in the window that has opened.',
  connected: 'Connected',
  'needs-reconnect': 'Reconnect needed',
  disconnected: 'Disconnected',
  notConnectedHelp: 'Nothing has been read from Gorgias.',
  disconnectedHelp:
    'Nothing is read from Gorgias any more. What you see was read before.',
  lastRead: 'Last read',
  noSubdomain: 'The annotation gorgias.com/subdomain is not a subdomain',
  noSubdomainHelp:
    'Have the owner of the entity put only the first part of the address into it: of acme.gorgias.com that is acme.',
  notRead: 'Not read completely yet.',
  stale: 'The facts are older than allowed, so no check can pass.',
  lastRunFailed: 'The last sync failed',
  stuck: 'A sync has been waiting or running for longer than any sync may take',
  stuckHelp:
    'Nothing new is read while this lasts. Have somebody who runs Backstage look at the scheduled tasks of the backend, and at its log for what the sync last did.',
  syncing: 'Reading from Gorgias',
  progress_one: '{{count, number}} page, {{accounts, number}} accounts so far',
  progress_other:
    '{{count, number}} pages, {{accounts, number}} accounts so far',
  progressOf_one:
    '{{count, number}} page, {{accounts, number}} of about {{expected, number}} accounts so far',
  progressOf_other:
    '{{count, number}} pages, {{accounts, number}} of about {{expected, number}} accounts so far',
  firstRead:
    'This is the first read. The checks are judged as soon as it has reached its end; until then nothing is known.',
} as const;
