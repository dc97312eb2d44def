import { common as en } from '../en/common';
import { Translated } from '../translated';

export const common: Translated<typeof en> = {
  loading: 'Wird geladen',
  tryAgain: 'Erneut versuchen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  undo: 'Rückgängig',
  none: 'Keine',
  never: 'Nie',
  notKnown: 'Nicht bekannt',
  justNow: 'gerade eben',
  failed: 'Das konnte nicht geladen werden',
  notDone: 'Das ist nicht gelungen',
  conflict: 'Jemand anderes hat das inzwischen geändert',
  until: 'bis',
  over: 'abgelaufen',
  atOnce: 'sofort',
  inAll: 'Insgesamt {{n, number}}',
  refresh:
    'Sie sehen jetzt den aktuellen Stand. Sehen Sie ihn sich noch einmal an, bevor Sie speichern.',
  refreshFailed:
    'Das konnte nicht aktualisiert werden. Sie sehen den Stand, als es zuletzt gelang.',
  readOnly:
    'Sie können das sehen, aber nicht ändern. Zum Ändern brauchen Sie die Berechtigung gorgias.system.admin.',
};
