import { connection as en } from '../en/connection';
import { Translated } from '../translated';

export const connection: Translated<typeof en> = {
  title: 'Verbindung',
  'not-connected': 'Nicht verbunden',
  connecting: 'Wird verbunden',
  connectingHelp:
    'Melden Sie sich in dem geöffneten Fenster bei Gorgias an, und erlauben Sie den Zugriff.',
  connected: 'Verbunden',
  'needs-reconnect': 'Muss neu verbunden werden',
  disconnected: 'Getrennt',
  notConnectedHelp: 'Aus Gorgias wurde nichts gelesen.',
  disconnectedHelp:
    'Aus Gorgias wird nichts mehr gelesen. Was Sie sehen, wurde vorher gelesen.',
  lastRead: 'Zuletzt gelesen',
  noSubdomain: 'Die Annotation gorgias.com/subdomain ist keine Subdomain',
  noSubdomainHelp:
    'Bitten Sie die für die Entität Verantwortlichen, nur den ersten Teil der Adresse einzutragen: bei acme.gorgias.com ist das acme.',
  notRead: 'Noch nicht vollständig gelesen.',
  stale:
    'Die Daten sind älter als erlaubt, darum gilt keine Prüfung als bestanden.',
  lastRunFailed: 'Die letzte Synchronisation ist gescheitert',
  stuck:
    'Eine Synchronisation wartet oder läuft schon länger, als irgendeine dauern darf',
  stuckHelp:
    'Solange das so ist, wird nichts Neues gelesen. Bitten Sie jemanden, der Backstage betreibt, sich die geplanten Aufgaben des Backends anzusehen und im Log nachzusehen, was die Synchronisation zuletzt getan hat.',
  syncing: 'Gorgias wird gelesen',
  progress_one: 'bisher {{count, number}} Seite, {{accounts, number}} Konten',
  progress_other:
    'bisher {{count, number}} Seiten, {{accounts, number}} Konten',
  progressOf_one:
    'bisher {{count, number}} Seite, {{accounts, number}} von etwa {{expected, number}} Konten',
  progressOf_other:
    'bisher {{count, number}} Seiten, {{accounts, number}} von etwa {{expected, number}} Konten',
  firstRead:
    'Das ist die erste Lesung. Die Prüfungen werden beurteilt, sobald sie abgeschlossen ist; bis dahin ist nichts bekannt.',
};
