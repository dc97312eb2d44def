import { evidence as en } from '../en/evidence';
import { Translated } from '../translated';

export const evidence: Translated<typeof en> = {
  help: 'Was über dieses System aufgezeichnet wurde: was aus Gorgias und dem Katalog gelesen wurde, was die Prüfungen ergaben und was Menschen entschieden haben. Es zeigt, was Backstage wann gesehen hat; für sich allein beweist es Außenstehenden nicht, dass später nichts geändert wurde.',
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
};
