import { matrix as en } from '../en/matrix';
import { Translated } from '../translated';

export const matrix: Translated<typeof en> = {
  title: 'Wer welche Gorgias-Rolle hat',
  help: 'Aktive Konten nach Organisationsrolle und Gorgias-Rolle. Wer in mehreren Gruppen ist, zählt in jeder davon. Je dunkler ein Feld, desto mehr Konten.',
  caption: 'Anzahl aktiver Konten nach Organisationsrolle und Gorgias-Rolle',
  orgRole: 'Organisationsrolle',
  line: {
    'no-org-role': 'Belegschaft ohne Organisationsrolle',
    offboarded: 'Ausgeschiedene',
    'service-account': 'Dienstkonten',
    external: 'Externe',
    unidentified: 'Nicht zugeordnet',
  },
  invalid_one: '{{count, number}} nicht berechtigt',
  invalid_other: '{{count, number}} nicht berechtigt',
  accounts_one: '{{count, number}} Konto',
  accounts_other: '{{count, number}} Konten',
  cell: '{{accounts}}: {{line}}, {{role}}',
  cellInvalid: '{{invalid}}: {{line}}, {{role}}',
  none: 'keine Konten',
  empty: 'Es gibt keine aktiven Konten.',
};
