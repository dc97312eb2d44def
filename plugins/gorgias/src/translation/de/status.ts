import { status as en } from '../en/status';
import { Translated } from '../translated';

export const status: Translated<typeof en> = {
  failing: 'Nicht bestanden',
  unknown: 'Unbekannt',
  stale: 'Veraltet',
  'not-configured': 'Nicht eingerichtet',
  exempt: 'Ausgenommen',
  passing: 'Bestanden',
  'not-applicable': 'Nicht anwendbar',
};
