import { people as en } from '../en/people';
import { Translated } from '../translated';

export const people: Translated<typeof en> = {
  needs:
    'Um Ausgeschiedene zu sehen, brauchen Sie die Berechtigung gorgias.account.read.',
  table: 'Ausgeschiedene',
  filters: 'Ausgeschiedene filtern',
  search: 'Personen suchen',
  status: 'Status',
  statusOf: {
    active: 'Aktiv',
    revoked: 'Entfernt',
    'not-found': 'Nicht gefunden',
  },
  numbers: 'In Zahlen',
  number: {
    active: 'Haben noch Zugriff',
    revoked: 'Zugriff entfernt',
    'not-found': 'Hatten kein Konto',
    median: 'Dauer bis zum Entfernen, im Median',
    worst: 'Dauer bis zum Entfernen, längstens',
  },
  tookUnknown: 'Noch keiner entfernt',
  used: 'Nach dem Ausscheiden benutzt',
  column: {
    person: 'Person',
    left: 'Ausgeschieden',
    status: 'Zugriff',
    due: 'Fällig',
    took: 'Dauer',
    accounts: 'Konten',
    actions: 'Aktionen',
  },
  ground: {
    mark: 'Im Katalog markiert',
    vanished: 'Aus dem Katalog verschwunden',
    orphaned: 'Im Katalog verwaist',
    manual: 'Von einem Admin angegeben',
  },
  account: '{{name}} ({{role}}, {{state}})',
  lastLogIn: 'letzte Anmeldung',
  overridden: 'Als entfernt angegeben von',
  removed: 'Zugriff wurde entfernt',
  removedTitle: 'Wurde der Zugriff von {{name}} entfernt?',
  removedHelp:
    'Geben Sie das nur an, wenn Sie es belegen können. Hier zählt es; die Prüfung richtet sich weiter nach dem, was Gorgias sagt.',
  proof: 'Beleg (Text oder Link)',
  proofFirst: 'Geben Sie an, womit es sich belegen lässt.',
  saved: 'Der Zugriff von {{name}} gilt als entfernt',
  takenBack: 'Bei {{name}} zählt wieder, was Gorgias sagt',
  takeBackFailed: 'Das konnte nicht zurückgenommen werden',
  left: 'Ausscheiden angeben',
  leftTitle: 'Wer ist ausgeschieden?',
  leftHelp:
    'Geben Sie das an, wenn der Katalog es noch nicht weiß. Von da an ist der Zugriff dieser Person in jedem System zu entfernen, und die Prüfung ist nicht bestanden, bis das geschehen ist. Was der Katalog später sagt, ändert daran nichts.',
  person: 'Person',
  leftOn: 'Ausgeschieden am (Datum)',
  leftInFuture:
    'Dieser Tag kommt erst noch. Geben Sie es an, wenn die Person ausgeschieden ist.',
  leftIncomplete: 'Person, Datum und Beleg fehlen noch.',
  leftSaved: '{{name}} gilt als ausgeschieden',
  notLeft: 'Nicht ausgeschieden',
  notLeftTitle: 'Ist {{name}} nicht ausgeschieden?',
  notLeftHelp:
    'In jedem System zählt wieder, was der Katalog über diese Person sagt. Konten, die deswegen zu entfernen waren, sind es nicht mehr.',
  notLeftDone: 'Bei {{name}} zählt wieder, was der Katalog sagt',
  notLeftFailed: 'Das konnte nicht zurückgenommen werden',
  empty: 'Noch ist niemand ausgeschieden.',
  noMatch: 'Niemand passt zu den Filtern.',
};
