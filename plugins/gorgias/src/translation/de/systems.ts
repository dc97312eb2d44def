import { systems as en } from '../en/systems';
import { Translated } from '../translated';

export const systems: Translated<typeof en> = {
  title: 'Kritische Systeme',
  column: {
    system: 'System',
    connection: 'Verbindung',
    freshness: 'Zuletzt gelesen',
    status: 'Status',
    checks: 'Prüfungen',
    tasks: 'Zu tun',
  },
  entityMissing: 'Nicht mehr im Katalog',
  empty: 'Es gibt noch keine kritischen Systeme.',
  emptyHelp:
    'Geben Sie der Katalog-Entität, die für Gorgias steht, die Annotation gorgias.com/subdomain mit der Subdomain des Kontos. Dann erscheint sie hier und kann aufgenommen werden.',
  addHelp: 'Öffnen Sie unten eines, um es aufzunehmen.',
  notAdded: 'Noch nicht aufgenommen',
  notAddedHelp:
    'Diese Entitäten stehen für ein Gorgias-Konto, sind aber keine kritischen Systeme.',
};
