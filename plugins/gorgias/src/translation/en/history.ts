export const history = {
  title: 'Sync history',
  table: 'Syncs, one a row',
  empty: 'Nothing has been read yet.',
  column: {
    started: 'Started',
    trigger: 'Started by',
    outcome: 'Outcome',
    read: 'Read',
    changes: 'Changes',
    duration: 'Took',
  },
  trigger: {
    schedule: 'Schedule',
    manual: 'Person',
    connected: 'Connecting',
    event: 'Change at Gorgias',
    accepted: 'Accepted by an admin',
  },
  outcome: {
    running: 'Running',
    complete: 'Complete',
    failed: 'Failed',
    held: 'Held',
  },
  decision: {
    open: 'Waits for an admin',
    accepted: 'Accepted by',
    discarded: 'Discarded by',
    superseded: 'Replaced by a later sync',
  },
  retries_one: '{{count, number}} retry',
  retries_other: '{{count, number}} retries',
  read_one: '{{count, number}} page, {{accounts, number}} accounts',
  read_other: '{{count, number}} pages, {{accounts, number}} accounts',
  changes:
    '{{added, number}} new, {{updated, number}} changed, {{gone, number}} gone',
  page: '{{n, number}} in all',
} as const;
