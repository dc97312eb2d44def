export const held = {
  title: 'A sync was held, since so many would be gone at once',
  gorgias:
    'Gorgias no longer lists {{gone, number}} of {{before, number}} active accounts ({{share}}).',
  catalog:
    'The catalog no longer has {{gone, number}} of {{before, number}} current staff members ({{share}}).',
  kept: 'Nothing was changed: the last complete read stays in force.',
  askAdmin: 'An admin of critical systems has to say whether to believe this.',
  read: 'Read',
  review: 'Review the held sync',
  whoGorgias: 'Accounts that would be marked gone',
  whoCatalog: 'Staff members that would be marked gone',
  searchGorgias: 'Search these accounts',
  searchCatalog: 'Search these staff members',
  noMatch: 'Nobody matches.',
  nameless: 'No name',
  ifAccepted: 'If you accept',
  acceptHelp:
    'A new read begins. Whoever is still gone in it is marked gone, and is no longer judged.',
  ifDiscarded: 'If you discard',
  discardHelp:
    'Nothing changes. The next read looks again, and is held again if they are still gone.',
  accept: 'Accept',
  discard: 'Discard',
  replaced: 'This can no longer be decided',
  reviewNewer: 'Review the newer one',
  failed: 'This could not be done',
} as const;
