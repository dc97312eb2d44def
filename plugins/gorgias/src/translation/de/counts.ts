import { counts as en } from '../en/counts';
import { Translated } from '../translated';

export const counts: Translated<typeof en> = {
  failing: '{{n, number}} nicht bestanden',
  unknown: '{{n, number}} unbekannt',
  stale: '{{n, number}} veraltet',
  'not-configured': '{{n, number}} nicht eingerichtet',
  exempt: '{{n, number}} ausgenommen',
  passing: '{{n, number}} bestanden',
  'not-applicable': '{{n, number}} nicht anwendbar',
  none: 'Nichts zu beurteilen',
};
