import { rule as en } from '../en/rule';
import { Translated } from '../translated';

export const rule: Translated<typeof en> = {
  title: 'Zugriffsberechtigung einrichten',
  who: 'Wer dieses System benutzen darf',
  allStaff: 'Die gesamte Belegschaft',
  allStaffHelp: 'Jede Person der aktuellen Belegschaft.',
  orgRoles: 'Ausgewählte Organisationsrollen',
  orgRolesHelp:
    'Die Mitglieder der Gruppen, die Sie auswählen, auch die ihrer Untergruppen.',
  namedPeople: 'Nur namentlich Genannte',
  namedPeopleHelp: 'Nur die, die Sie nennen, jeweils bis zu einem Datum.',
  limits: 'Begrenzung auf Gorgias-Rollen',
  limitsHelp:
    'Die Mitglieder einer Organisationsrolle dürfen jede Gorgias-Rolle haben, außer Sie wählen welche aus.',
  limitOf: 'Gorgias-Rollen von {{orgRole}}',
  limitAny: 'Alle',
  people: 'Namentlich Genannte',
  peopleHelp:
    'Sie dürfen es in jedem Fall benutzen, mit jeder Gorgias-Rolle, bis zu ihrem Datum.',
  noPeople: 'Niemand ist genannt.',
  subject: 'Person',
  subjectHelp:
    'Geben Sie einen Namen oder eine Entitätsreferenz ein, oder account:123 für ein Konto, das niemandem aus der Belegschaft gehört.',
  ticket: 'Ticket',
  until: 'Bis (Datum)',
  addPerson: 'Person hinzufügen',
  removePerson: '{{subject}} entfernen',
  personIncomplete: 'Person, Ticket und Datum fehlen noch.',
  personTwice: 'Diese Person ist schon genannt.',
  nameFirst: 'Nennen Sie mindestens eine Person.',
  reason: 'Warum wird das geändert (optional)',
  factsChanged: 'Die Daten haben sich seit der Vorschau geändert',
  groups: 'Organisationsrollen',
  searchGroups: 'Gruppen suchen',
  noGroups: 'Keine Gruppe passt dazu.',
  jobTitle: 'Stellenbezeichnung',
  jobTitleHelp:
    'So geschrieben wie im Katalog. Sie lässt alle zu, die sie haben, wo Stellenbezeichnungen konfiguriert sind.',
  addJobTitle: 'Stellenbezeichnung hinzufügen',
  jobTitleTwice: 'Diese Stellenbezeichnung ist schon ausgewählt.',
  chosen: 'Ausgewählt: {{n, number}}',
  notInCatalog: 'nicht im Katalog',
  chooseFirst: 'Wählen Sie mindestens eine Organisationsrolle aus.',
  preview: 'Vorschau',
  previewFailed: 'Die Vorschau konnte nicht erstellt werden',
  covered_one: 'Lässt {{count, number}} Person der aktuellen Belegschaft zu.',
  covered_other:
    'Lässt {{count, number}} Personen der aktuellen Belegschaft zu.',
  outcome:
    '{{passing, number}} Konten würden bestehen, {{failing, number}} nicht, {{unknown, number}} wären unbekannt.',
  exempt_one: '{{count, number}} wäre ausgenommen.',
  exempt_other: '{{count, number}} wären ausgenommen.',
  noChanges: 'Für kein Konto würde sich etwas ändern.',
  changes_one: 'Für {{count, number}} Konto würde sich etwas ändern:',
  changes_other: 'Für {{count, number}} Konten würde sich etwas ändern:',
  moreChanges: 'und {{n, number}} weitere',
  save: 'Speichern',
  saved: 'Die Zugriffsberechtigung für {{title}} ist eingerichtet',
  conflict: 'Jemand anderes hat das inzwischen geändert.',
  conflictHelp:
    'Ihre Auswahl ist noch da. Laden Sie die andere, um davon auszugehen, oder vergleichen Sie, und speichern Sie Ihre erneut.',
  loadTheirs: 'Die andere laden',
  keepMine: 'Meine behalten',
  saveFailed: 'Das konnte nicht gespeichert werden',
};
