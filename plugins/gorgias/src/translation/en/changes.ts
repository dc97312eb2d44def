export const changes = {
  title: 'History',
  table: 'What changed',
  empty: 'Nothing has changed yet.',
  kind: 'What',
  column: {
    at: 'When',
    what: 'What',
    about: 'About',
    by: 'By',
    change: 'Change',
  },
  kindOf: {
    verdict: 'Verdict',
    account: 'Account',
    identity: 'Who it is',
    'access-rule': 'Access rule',
    exception: 'Exception',
    staff: 'Staff',
    revocation: 'Removal of access',
  },
  read: 'Was read',
  nothing: 'nothing',
} as const;
