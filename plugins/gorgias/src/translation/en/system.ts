export const system = {
  tabs: 'Parts of the system',
  summary: 'Summary',
  accounts: 'Accounts',
  people: 'People',
  manage: 'Manage',
  entity: 'Open in the catalog',
  all: 'All critical systems',
} as const;
