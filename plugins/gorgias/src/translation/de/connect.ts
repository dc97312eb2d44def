import { connect as en } from '../en/connect';
import { Translated } from '../translated';

export const connect: Translated<typeof en> = {
  title: 'Gorgias verbinden',
  next: 'Weiter',
  back: 'Zurück',
  submit: 'Mit Gorgias verbinden',
  read: 'Was gelesen wird',
  readAccounts:
    'Namen, E-Mail-Adressen und Rollen aller, die Gorgias benutzen, und ob sie Zwei-Faktor-Authentifizierung oder Single Sign-on verwenden.',
  readSettings: 'Auf welchen Wegen man sich bei dem Konto anmelden kann.',
  never: 'Was nie geschieht',
  neverRead: 'Tickets, Kundendaten und Nachrichten werden nicht gelesen.',
  neverChange: 'In Gorgias wird nichts geändert.',
  needed: 'Was Sie brauchen',
  neededAdmin: 'Eine Anmeldung als Admin des Gorgias-Kontos.',
  neededPlan: 'Ein Gorgias-Helpdesk-Konto, in jedem Tarif.',
  neededPopups: 'Einen Browser, der auf dieser Seite Pop-ups zulässt.',
  acknowledge:
    'Ich habe gelesen, was gelesen wird, und darf dieses Gorgias-Konto verbinden.',
  subdomain: 'Subdomain des Gorgias-Kontos',
  subdomainHelp: 'Geben Sie „acme“ oder „acme.gorgias.com“ ein.',
  subdomainUsed: 'Verbindet mit {{host}}',
  acknowledgeFirst: 'Setzen Sie das Häkchen oben, um fortzufahren.',
  subdomainFirst: 'Geben Sie die Subdomain des Kontos ein, um fortzufahren.',
  popupBlocked:
    'Der Browser hat das Gorgias-Fenster blockiert. Lassen Sie in der Adressleiste Pop-ups für diese Seite zu, und versuchen Sie es erneut.',
  waiting:
    'Melden Sie sich in dem geöffneten Fenster bei Gorgias an, und erlauben Sie den Zugriff. Diese Seite macht von selbst weiter.',
  showWindow: 'Fenster wieder zeigen',
  windowClosed:
    'Das Gorgias-Fenster wurde geschlossen, bevor die Verbindung bestand. Wenn Sie es noch sehen, machen Sie dort weiter; sonst versuchen Sie es erneut.',
  failed: 'Nicht verbunden',
  neededKey: 'Die E-Mail-Adresse und den API-Schlüssel eines Gorgias-Admins.',
  useApiKey: 'Stattdessen mit einem API-Schlüssel verbinden',
  useOAuth: 'Stattdessen mit OAuth verbinden',
  email: 'E-Mail-Adresse bei Gorgias',
  emailHelp:
    'Die Adresse, mit der sich die Person, der der Schlüssel gehört, bei Gorgias anmeldet.',
  apiKey: 'API-Schlüssel',
  apiKeyHelp: 'Ein Admin erzeugt ihn in Gorgias unter Settings > REST API.',
  apiKeyFirst:
    'Geben Sie E-Mail-Adresse und API-Schlüssel ein, um fortzufahren.',
  apiKeyRights:
    'Ein API-Schlüssel darf alles, was die zugehörige Person darf. OAuth darf nur lesen und ist darum besser, wo immer es geht.',
  apiKeyKept:
    'Der Schlüssel wird verschlüsselt aufbewahrt und nie wieder angezeigt. Wenn Sie hier trennen, wird er in Gorgias nicht gelöscht.',
};
