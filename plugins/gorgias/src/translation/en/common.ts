export const common = {
  loading: 'Loading',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  none: 'None',
  never: 'Never',
  notKnown: 'Not known',
  justNow: 'just now',
  failed: 'This could not be loaded',
  notDone: 'This could not be done',
  conflict: 'Somebody else changed this in the meantime',
  until: 'until',
  over: 'over',
  atOnce: 'at once',
  inAll: '{{n, number}} in all',
  refresh: 'What you see now is how it is. Look at it again before you save.',
  refreshFailed:
    'This could not be refreshed. What you see is from the last time it could.',
  readOnly:
    'You can see this but not change it. Changing it needs the permission gorgias.system.admin.',
} as const;
