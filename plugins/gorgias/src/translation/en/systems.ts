export const systems = {
  title: 'Critical systems',
  column: {
    system: 'System',
    connection: 'Connection',
    freshness: 'Last read',
    status: 'Status',
    checks: 'Checks',
    tasks: 'To do',
  },
  entityMissing: 'No longer in the catalog',
  empty: 'There are no critical systems yet.',
  emptyHelp:
    'Give the catalog entity that stands for Gorgias the annotation gorgias.com/subdomain with the subdomain of the account. It then appears here to be added.',
  addHelp: 'Open one of those below to add it.',
  notAdded: 'Not added yet',
  notAddedHelp:
    'These entities stand for a Gorgias account but are not critical systems.',
} as const;
