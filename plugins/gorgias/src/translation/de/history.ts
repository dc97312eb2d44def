import { history as en } from '../en/history';
import { Translated } from '../translated';

export const history: Translated<typeof en> = {
  title: 'Verlauf der Synchronisationen',
  table: 'Synchronisationen, eine je Zeile',
  empty: 'Noch wurde nichts gelesen.',
  column: {
    started: 'Begonnen',
    trigger: 'Ausgelöst durch',
    outcome: 'Ergebnis',
    read: 'Gelesen',
    changes: 'Änderungen',
    duration: 'Dauer',
  },
  trigger: {
    schedule: 'Zeitplan',
    manual: 'Person',
    connected: 'Verbinden',
    event: 'Änderung bei Gorgias',
    accepted: 'Annahme durch einen Admin',
  },
  outcome: {
    running: 'Läuft',
    complete: 'Vollständig',
    failed: 'Gescheitert',
    held: 'Angehalten',
  },
  decision: {
    open: 'Wartet auf einen Admin',
    accepted: 'Angenommen von',
    discarded: 'Verworfen von',
    superseded: 'Durch eine spätere Synchronisation ersetzt',
  },
  retries_one: '{{count, number}} Wiederholung',
  retries_other: '{{count, number}} Wiederholungen',
  read_one: '{{count, number}} Seite, {{accounts, number}} Konten',
  read_other: '{{count, number}} Seiten, {{accounts, number}} Konten',
  changes:
    '{{added, number}} neu, {{updated, number}} geändert, {{gone, number}} fort',
  page: 'Insgesamt {{n, number}}',
};
