export const myAccess = {
  none: 'You have no account in Gorgias',
  noneHelp:
    'That is, none that is known to be yours. Should you use Gorgias all the same, tell an admin of critical systems.',
  noSystems: 'There is no critical system that you may see',
  noSystemsHelp:
    'So it is not known here whether you have an account in Gorgias. An admin of Backstage can give you the permission gorgias.system.read.',
  allPassing: 'There is nothing for you to do.',
  howToTurnOn2fa: 'How to turn on two-factor authentication in Gorgias',
  cut: 'Only the first {{n, number}} critical systems were looked at.',
} as const;
