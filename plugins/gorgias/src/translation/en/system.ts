export const system = {
  tabs: 'Parts of the system',
  summary: 'Summary',
  accounts: 'Accounts',
  people: 'People',
  reviews: 'Reviews',
  manage: 'Manage',
  entity: 'Open in the catalog',
  evidence: 'Evidence',
  entityContent: 'Access compliance',
  all: 'All critical systems',
  notAllowed: 'You may not see this',
  noAnnotation: 'This entity does not say which Gorgias account it stands for',
  noAnnotationHelp:
    'Give it the annotation {{annotation}} with the subdomain of the account, such as {{example}}. Gorgias can then be connected here.',
} as const;
