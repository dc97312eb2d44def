/** Grounds and remedies of the check that access of people who left is removed. */
export const offboarded = {
  current: '{{name}} is a current staff member.',
  machine:
    "The account is a machine's, which can't leave; {{owner}} answers for it.",
  outsider:
    'The account is of somebody from outside, whose leaving nobody tells here; {{owner}} answers for it.',
  bot: 'The account is a bot, not a person who could leave.',
  nobodyKnows:
    'Nobody knows whose account this is, so it may be of somebody who left.',
  used: 'Logged in on {{on}}, after leaving:',
  active: '{{leaving}}, and the account is still active.',
  delete:
    'Delete or deactivate the account in Gorgias, under Settings > Users.',
  deleteAndLook:
    'Delete or deactivate the account in Gorgias, under Settings > Users, and look into what was done with it.',
  removed: '{{leaving}}, and access was removed.',
  removedByThen: '{{leaving}}, and access was removed by then.',
  removedWithinHour: '{{leaving}}, and access was removed within an hour.',
  removedAfterHours_one:
    '{{leaving}}, and access was removed {{count, number}} hour later.',
  removedAfterHours_other:
    '{{leaving}}, and access was removed {{count, number}} hours later.',
  removedAfterDays:
    '{{leaving}}, and access was removed {{count, number}} days later.',
  usedBefore: 'Before that the account was logged in to, on {{on}}.',
} as const;

/** That somebody left, as the first half of a sentence. */
export const leaving = {
  mark: '{{name}} left the organisation',
  markOn: '{{name}} left the organisation on {{on}}',
  vanished: '{{name}} is no longer in the catalog',
  vanishedOn: '{{name}} is no longer in the catalog since {{on}}',
  orphaned:
    '{{name}} is an orphan in the catalog, which nothing brings in any more',
  orphanedOn:
    '{{name}} is an orphan in the catalog since {{on}}, which nothing brings in any more',
  manual: '{{name}} left the organisation, as an admin says',
  manualOn: '{{name}} left the organisation on {{on}}, as an admin says',
} as const;
