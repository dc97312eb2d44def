import { evidence as en } from '../en/evidence';
import { Translated } from '../translated';

export const evidence: Translated<typeof en> = {
  help: 'Was über dieses System aufgezeichnet wurde: was aus Gorgias und dem Katalog gelesen wurde, was die Prüfungen ergaben und was Menschen entschieden haben. Es zeigt, was Backstage wann gesehen hat; für sich allein beweist es Außenstehenden nicht, dass später nichts geändert wurde. Das beweisen exportierte Nachweise, wo sie signiert sind.',
  needs:
    'Um die Aufzeichnungen zu sehen, brauchen Sie die Berechtigung gorgias.account.read.',
  filters: 'Filter',
  kind: 'Was',
  check: 'Prüfung',
  account: 'Konto-ID',
  person: 'Person (Entitätsreferenz)',
  from: 'Von',
  to: 'Bis',
  clear: 'Filter zurücksetzen',
  recorded: 'Was aufgezeichnet wurde',
  rules: 'Versionen der Zugriffsregel',
  noRules: 'Noch wurde keine Zugriffsregel eingerichtet.',
  version: 'Version {{n, number}}',
  showRuleChanges: 'Änderungen der Zugriffsregel zeigen',
  print: 'Drucken',
  printing: 'Für den Druck werden Einträge gesammelt: bisher {{n, number}}',
  printFailed: 'Die Einträge für den Druck konnten nicht gesammelt werden',
  printTitle: '{{title}}: was aufgezeichnet wurde',
  printedAt: 'Gedruckt',
  printFilter: 'Eingegrenzt auf',
  printAll: 'Alles',
  printCut:
    'Nur die neuesten {{shown, number}} von {{all, number}} Einträgen. Grenzen Sie die Zeit ein, um die anderen zu drucken.',
  overview: {
    title: 'Welche Nachweise es gibt',
    help: 'Das Protokoll hält fest, was geschieht, während es geschieht. Seine Einträge sichern einander, und Signaturen zeigen allen, dass später keiner geändert wurde.',
    knownSince: 'Wer Zugriff hat, ist bekannt seit',
    notKnown:
      'Noch nicht. Es beginnt, sobald Gorgias vollständig gelesen wurde.',
    signed: 'Zuletzt signiert',
    signedBy: 'mit dem Schlüssel {{key}}, bis zum Eintrag {{entry, number}}',
    notSigned: 'Nicht signiert',
    waiting: 'Einträge, die auf die nächste Signatur warten',
    noKey: 'Nichts wird signiert, da kein Schlüssel eingerichtet ist',
    noKeyHelp:
      'Ohne Signaturen kann niemand beweisen, dass später nichts geändert wurde, und die Prüfung lehnt eine exportierte Zip-Datei ab. Bitten Sie einen Admin von Backstage, einen Schlüssel als gorgias.evidence.signing einzurichten; von da an ist auch gesichert, was zuvor festgehalten wurde.',
    entries: 'Was über dieses System festgehalten wurde',
    noEntries: 'Über dieses System wurde noch nichts festgehalten.',
    entry_one: '{{count, number}} Eintrag, der letzte',
    entry_other: '{{count, number}} Einträge, der letzte',
    exports: 'Was zuletzt exportiert wurde',
    noExports: 'Noch wurde nichts exportiert.',
    column: { at: 'Wann', by: 'Von', what: 'Datei', period: 'Zeitraum' },
    moment: 'Der damalige Stand',
    period: '{{from}} bis {{to}}',
  },
  entryOf: {
    'access-rule': 'Wer das System benutzen darf',
    account: 'Konten: erschienen, geändert oder fort',
    connection: 'Verbunden oder getrennt',
    'critical-system':
      'In die Liste kritischer Systeme aufgenommen oder daraus entfernt',
    exception: 'Beantragte und entschiedene Ausnahmen',
    export: 'Exporte von Nachweisen',
    'held-run': 'Entscheidungen über angehaltene Synchronisationen',
    identity: 'Wem ein Konto gehört',
    'population-change': 'Änderungen daran, wer Zugriff hat',
    'population-part': 'Weitere Teile vollständiger Listen der Zugriffe',
    'population-snapshot': 'Vollständige Listen der Zugriffe',
    review: 'Zugriffsprüfungen',
    revocation: 'Entfernte Zugriffe, für die jemand einsteht',
    staff: 'Belegschaft: gekommen, geändert oder ausgeschieden',
    'sync-run': 'Synchronisationen mit Gorgias',
    verdict: 'Geänderte Befunde',
  },
  population: {
    title: 'Wer an einem Tag Zugriff hatte',
    help: 'Alle, die zu dieser Zeit ein Konto hatten, wie es damals bekannt war, in Ihrer Zeitzone.',
    day: 'Tag',
    time: 'Uhrzeit (optional; sonst: Ende des Tages)',
    choose: 'Wählen Sie einen Tag, um zu sehen, wer damals Zugriff hatte.',
    ahead:
      'Diese Zeit liegt nicht in der Vergangenheit. Wählen Sie eine frühere.',
    at: 'Stand: {{at}}.',
    facts: 'Gorgias wurde zuletzt am {{at}} gelesen.',
    noFacts: 'Gorgias war bis dahin nicht vollständig gelesen worden.',
    stale:
      'Die Daten waren damals älter als erlaubt. Deshalb gilt kein Befund, der auf ihnen beruht, als bestanden: Er ist veraltet.',
    counts: 'Konten nach ihrem schlechtesten Befund',
    table: 'Wer Zugriff hatte',
    none: 'Zu dieser Zeit hatte niemand ein Konto.',
    inAll: '{{n, number}} Konten',
    since: 'seit',
    exception: 'Ausnahme {{id}}',
    unknown: 'Wer zu dieser Zeit Zugriff hatte, ist nicht bekannt',
    beforeKnown:
      'Das Protokoll hält seit {{since}} fest, wer Zugriff hat. Wählen Sie eine spätere Zeit.',
    neverKnown:
      'Das Protokoll hält noch nicht fest, wer Zugriff hat. Es beginnt, sobald Gorgias vollständig gelesen wurde.',
    removed:
      'Was das Protokoll über diese Zeit sagte, wurde entfernt, wie es gorgias.evidence.retention vorgibt. Wählen Sie eine spätere Zeit.',
  },
  bundle: {
    button: 'Nachweise exportieren',
    title: 'Nachweise exportieren',
    help: 'Eine Zip-Datei, die Auditoren auf jedem Computer prüfen können, ohne diesem Server zu vertrauen. Dass Sie es exportieren, wird im Protokoll festgehalten.',
    periods: 'Übliche Zeiträume',
    periodOf: {
      lastMonth: 'Letzter Monat',
      lastQuarter: 'Letztes Quartal',
      last12Months: 'Letzte 12 Monate',
    },
    incomplete:
      'Geben Sie Anfang und Ende an. Das Ende darf nicht in der Zukunft liegen und der Anfang nicht danach.',
    early:
      'Das Protokoll sagt seit {{since}}, wer Zugriff hat. Was davor war, kann dieser Nachweis nicht sagen.',
    contents: 'Was darin ist',
    content: {
      report: 'Ein Bericht zum Lesen und Drucken',
      population:
        'Wer am Ende des Zeitraums Zugriff hatte, als wer, und wie die Prüfungen standen',
      exceptions: 'Die Ausnahmen, die in dem Zeitraum offen waren',
      rules: 'Jede Version davon, wer Zugriff haben durfte',
      reviews: 'Die Zugriffsprüfungen mit den Entscheidungen zu jedem Konto',
      ledger:
        'Jeder Eintrag des Protokolls; von anderen Systemen und Personen nur Prüfsummen',
      heads: 'Die Signaturen und ein Verzeichnis mit der Prüfsumme jeder Datei',
    },
    verify: 'Wie Sie die Zip-Datei prüfen',
    verifyHelp:
      'Führen Sie das aus, wo Node.js installiert ist. Es endet mit ACCEPTED oder sagt, was wo nicht stimmt.',
    keyHelp:
      'Den öffentlichen Schlüssel sollten Sie von jemandem bekommen, dem Sie vertrauen, und auf anderem Weg als die Zip-Datei.',
    saveKey: 'Den öffentlichen Schlüssel {{key}} speichern',
    noKeys:
      'Der erste öffentliche Schlüssel lässt sich hier speichern, sobald etwas mit ihm signiert wurde.',
    unsigned:
      'Nichts wird signiert, da kein Schlüssel eingerichtet ist. Die Zip-Datei sagt das, und die Prüfung lehnt sie ab.',
    making:
      'Die Zip-Datei wird erstellt. Bei langen Zeiträumen kann das Minuten dauern.',
    remedy:
      'Nichts wurde gespeichert. Versuchen Sie es erneut oder wählen Sie einen kürzeren Zeitraum.',
    submit: 'Exportieren',
    done: 'Gespeichert als {{name}}',
  },
  systems: {
    title: 'Nachweise kritischer Systeme',
    help: 'Sie dürfen die Nachweise dieser Systeme sehen: wer wann Zugriff hatte und ob das zulässig war.',
  },
};
