import { revoke as en } from '../en/revoke';
import { Translated } from '../translated';

export const revoke: Translated<typeof en> = {
  title: 'Dauer bis zum Entfernen des Zugriffs',
  help: 'Vom Tag des Ausscheidens bis zu dem Tag, an dem das letzte Konto der Person entfernt wurde.',
  people: 'Personen',
  median: 'Im Median',
  worst: 'Längstens',
  target: 'Ziel',
  targetDays_one: 'binnen {{count, number}} Tag',
  targetDays_other: 'binnen {{count, number}} Tagen',
  none: 'Noch musste niemandem der Zugriff entfernt werden.',
  plot: 'Entfernte Zugriffe',
  plotLabel_one:
    '{{count, number}} entfernter Zugriff, davon {{late, number}} später als das Ziel.',
  plotLabel_other:
    '{{count, number}} entfernte Zugriffe, davon {{late, number}} später als das Ziel.',
  axis: 'Tage',
  removed: 'Entfernt',
  took: 'Dauer',
  inTime: 'Rechtzeitig',
  late: 'Zu spät',
  verdict: 'Gemessen am Ziel',
};
