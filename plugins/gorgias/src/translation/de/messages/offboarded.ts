import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

type En = typeof GORGIAS_MESSAGES;

export const offboarded: Translated<En['offboarded']> = {
  current: '{{name}} gehört zur aktuellen Belegschaft.',
  machine:
    'Das Konto gehört einer Maschine, die nicht ausscheiden kann; {{owner}} ist dafür verantwortlich.',
  outsider:
    'Das Konto gehört jemandem von außerhalb, dessen Ausscheiden hier niemand meldet; {{owner}} ist dafür verantwortlich.',
  bot: 'Das Konto ist ein Bot und keine Person, die ausscheiden könnte.',
  nobodyKnows:
    'Niemand weiß, wem dieses Konto gehört; es kann also jemandem gehören, der ausgeschieden ist.',
  used: 'Anmeldung am {{on}}, nach dem Ausscheiden:',
  active: '{{leaving}}, und das Konto ist noch aktiv.',
  delete:
    'Löschen oder deaktivieren Sie das Konto in Gorgias unter Settings > Users.',
  deleteAndLook:
    'Löschen oder deaktivieren Sie das Konto in Gorgias unter Settings > Users, und klären Sie, was damit getan wurde.',
  removed: '{{leaving}}, und der Zugriff wurde entfernt.',
  removedByThen: '{{leaving}}, und der Zugriff war da bereits entfernt.',
  removedWithinHour:
    '{{leaving}}, und der Zugriff wurde binnen einer Stunde entfernt.',
  removedAfterHours_one:
    '{{leaving}}, und der Zugriff wurde {{count, number}} Stunde später entfernt.',
  removedAfterHours_other:
    '{{leaving}}, und der Zugriff wurde {{count, number}} Stunden später entfernt.',
  removedAfterDays:
    '{{leaving}}, und der Zugriff wurde {{count, number}} Tage später entfernt.',
  usedBefore: 'Davor gab es am {{on}} noch eine Anmeldung bei dem Konto.',
};

export const leaving: Translated<En['leaving']> = {
  mark: '{{name}} ist ausgeschieden',
  markOn: '{{name}} ist am {{on}} ausgeschieden',
  vanished: '{{name}} ist nicht mehr im Katalog',
  vanishedOn: '{{name}} ist seit dem {{on}} nicht mehr im Katalog',
  orphaned: '{{name}} ist im Katalog verwaist und kommt aus keiner Quelle mehr',
  orphanedOn:
    '{{name}} ist seit dem {{on}} im Katalog verwaist und kommt aus keiner Quelle mehr',
  manual: '{{name}} ist nach Angabe eines Admins ausgeschieden',
  manualOn: '{{name}} ist nach Angabe eines Admins am {{on}} ausgeschieden',
};
