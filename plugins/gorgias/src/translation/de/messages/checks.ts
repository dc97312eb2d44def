import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

type En = typeof GORGIAS_MESSAGES;

export const checkTitles: Translated<En['checkTitles']> = {
  'user-identified': 'Zu jedem Konto muss bekannt sein, wem es gehört',
  'offboarded-access-removed':
    'Wer ausgeschieden ist, darf keinen Zugriff auf Gorgias mehr haben',
  'access-control-configured':
    'Für das kritische System muss eine Zugriffsregel eingerichtet sein',
  'mfa-enabled': 'Jede Person muss MFA eingeschaltet haben',
  'access-valid': 'Jeder Zugriff auf das kritische System muss berechtigt sein',
};

export const verdict: Translated<En['verdict']> = {
  notActive: 'Das Konto ist nicht aktiv.',
  nobodySaid: 'Noch hat niemand festgelegt, wer dieses System benutzen darf.',
  configure:
    'Legen Sie fest, wer es benutzen darf: unter Verwalten > Zugriffsberechtigung.',
  identifyFirst: 'Klären Sie zuerst, wem das Konto gehört.',
  removeAccount: 'Entfernen Sie das Konto in Gorgias.',
  stale:
    'Gorgias wurde zu lange nicht gelesen. Zuletzt lautete der Befund „{{status}}“:',
  seeWhyFailed:
    'Sehen Sie nach, warum die letzte Synchronisation gescheitert ist, und synchronisieren Sie erneut.',
  tolerated:
    'Geduldet bis {{until}}; {{by}} hat das am {{at}} genehmigt, mit dieser Begründung: {{reason}}.',
  otherwise: 'Sonst wäre die Prüfung nicht bestanden:',
  notAdded: 'Dieses System wurde nicht als kritisches System aufgenommen.',
  add: 'Ein Admin nimmt es mit „Kritisches System aufnehmen“ auf.',
  notReadYet: 'Die erste Lesung ist noch nicht abgeschlossen.',
  notConnected: 'Gorgias ist nicht verbunden.',
};

export const wasStatus: Translated<En['wasStatus']> = {
  failing: 'nicht bestanden',
  unknown: 'unbekannt',
  stale: 'veraltet',
  'not-configured': 'nicht eingerichtet',
  exempt: 'ausgenommen',
  passing: 'bestanden',
  'not-applicable': 'nicht anwendbar',
};

export const accessControl: Translated<En['accessControl']> = {
  coversNobody: 'Die Zugriffsregel lässt {{rule}} zu, und das ist niemand.',
  chooseSomebody:
    'Wählen Sie Organisationsrollen, die Mitglieder haben, oder nennen Sie Personen bis zu einem Zeitpunkt, der in der Zukunft liegt: unter Verwalten > Zugriffsberechtigung.',
  missingOrgRoles:
    'Die Zugriffsregel nennt {{names}}, im Katalog gibt es das nicht.',
  missingPeople_one:
    'Die Zugriffsregel nennt {{names}}, diese Person gehört nicht zur aktuellen Belegschaft.',
  missingPeople_other:
    'Die Zugriffsregel nennt {{names}}, diese Personen gehören nicht zur aktuellen Belegschaft.',
  missingAccounts:
    'Die Zugriffsregel nennt {{names}}, in Gorgias gibt es das nicht mehr.',
  correct:
    'Berichtigen Sie die Zugriffsregel: unter Verwalten > Zugriffsberechtigung.',
  covers: 'Die Zugriffsregel lässt {{rule}} zu: {{covered}}.',
  coveredStaff_one: '{{count, number}} Person aus der Belegschaft',
  coveredStaff_other: '{{count, number}} Personen aus der Belegschaft',
  coveredAccounts_one: '{{count, number}} genanntes Konto',
  coveredAccounts_other: '{{count, number}} genannte Konten',
};
