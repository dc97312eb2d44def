import { myAccess as en } from '../en/myAccess';
import { Translated } from '../translated';

export const myAccess: Translated<typeof en> = {
  none: 'Sie haben kein Konto in Gorgias',
  noneHelp:
    'Genauer: keines, von dem bekannt ist, dass es Ihres ist. Falls Sie Gorgias trotzdem nutzen, sagen Sie es einem Admin kritischer Systeme.',
  noSystems: 'Es gibt kein kritisches System, das Sie sehen dürfen',
  noSystemsHelp:
    'Deshalb ist hier nicht bekannt, ob Sie ein Konto in Gorgias haben. Ein Admin von Backstage kann Ihnen die Berechtigung gorgias.system.read geben.',
  allPassing: 'Für Sie ist nichts zu tun.',
  howToTurnOn2fa:
    'So schalten Sie in Gorgias die Zwei-Faktor-Authentifizierung ein',
  cut: 'Nur die ersten {{n, number}} kritischen Systeme wurden angesehen.',
};
