/** What is left to do, each with what happens until it is done or how to do it. */
export const tasks = {
  'look-into-use-after-leaving': {
    title_one: 'Look into {{count, number}} person who logged in after leaving',
    title_other:
      'Look into {{count, number}} people who logged in after leaving',
    description:
      'Gorgias tells of a log-in to the account of somebody who had left. Remove the account, and find out who it was.',
  },
  connect: {
    title: 'Connect Gorgias',
    description: 'Until then nobody can say who has access.',
  },
  reconnect: {
    title: 'Reconnect Gorgias',
    description: 'Gorgias does not accept the grant any more.',
  },
  'review-held-run': {
    title: 'Review the held sync',
    description:
      'The last read would mark so many gone at once that somebody has to say whether to believe it. Until then nothing is changed.',
  },
  'mend-connection': {
    title: 'Reconnect as an admin',
  },
  'add-critical-system': {
    title: 'Add Critical System',
    description:
      'Puts Gorgias on the list of critical systems, where access has to be justified.',
  },
  'configure-access': {
    title: 'Configure who may use it',
    description:
      'Say whether all staff or chosen org roles may use Gorgias. Until then no access is valid.',
  },
  sync: {
    title: 'Sync again',
    description:
      'Gorgias has not been read for longer than allowed, so all verdicts are stale.',
  },
  'decide-exceptions': {
    title_one: 'Decide about {{count, number}} requested exception',
    title_other: 'Decide about {{count, number}} requested exceptions',
    description:
      'Somebody else than who asked approves or refuses them. Until then the verdicts keep failing.',
  },
  'finish-overdue-review': {
    title_one: 'Judge {{count, number}} account in the overdue access review',
    title_other:
      'Judge {{count, number}} accounts in the overdue access review',
    description:
      'The day by which all of them should have been judged is over. Ask the reviewers, or delegate.',
  },
  'sign-off-review': {
    title: 'Sign off the access review',
    description:
      'All accounts are judged. Signing off keeps it as evidence as it is.',
  },
  'carry-out-review': {
    title_one: 'Carry out {{count, number}} decision of access reviews',
    title_other: 'Carry out {{count, number}} decisions of access reviews',
    description:
      'Access was to be revoked or changed in Gorgias, and no sync has seen it done.',
  },
  'look-into-contradictions': {
    title_one: 'Look into {{count, number}} contradiction',
    title_other: 'Look into {{count, number}} contradictions',
    description:
      "Gorgias' event log and its list of users disagree, so one of them is wrong.",
  },
  'fix-failing': {
    title_one: 'Fix {{count, number}} failing verdict',
    title_other: 'Fix {{count, number}} failing verdicts',
    description: 'Each says what to do and who is asked to do it.',
  },
  'clear-unknown': {
    title_one: 'Clear up {{count, number}} unknown verdict',
    title_other: 'Clear up {{count, number}} unknown verdicts',
    description: 'What is not known is never counted as passing.',
  },
} as const;
