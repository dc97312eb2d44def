import { changes as en } from '../en/changes';
import { Translated } from '../translated';

export const changes: Translated<typeof en> = {
  title: 'Verlauf',
  table: 'Was sich geändert hat',
  empty: 'Noch hat sich nichts geändert.',
  kind: 'Was',
  column: {
    at: 'Wann',
    what: 'Was',
    about: 'Betrifft',
    by: 'Von',
    change: 'Änderung',
  },
  kindOf: {
    verdict: 'Befund',
    account: 'Konto',
    identity: 'Zuordnung',
    'access-rule': 'Zugriffsregel',
    exception: 'Ausnahme',
    staff: 'Belegschaft',
    revocation: 'Entfernen des Zugriffs',
  },
  firstVerdicts: 'Erste Befunde',
  read: 'Gelesen',
  nothing: 'nichts',
};
