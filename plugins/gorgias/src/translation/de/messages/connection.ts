import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

type En = typeof GORGIAS_MESSAGES;

const MEND =
  'Jemand, der in Gorgias und in Backstage Admin ist, muss neu verbinden.';

export const connection: Translated<En['connection']> = {
  scopesLost: `Der Freigabe fehlen jetzt Rechte ({{scopes}}); was Gorgias nur damit mitteilt, ist unbekannt. ${MEND}`,
  userGone: `Die Verbindung hat die Rechte von {{name}}, und dieses Benutzerkonto gibt es in Gorgias nicht mehr. Sie kann jederzeit enden. ${MEND}`,
  userDeactivated: `Die Verbindung hat die Rechte von {{name}}, und dieses Benutzerkonto ist in Gorgias deaktiviert. Sie kann jederzeit enden. ${MEND}`,
  userNoAdmin: `Die Verbindung hat die Rechte von {{name}}, in Gorgias nicht mehr Admin (jetzt {{gorgiasRole}}). Die Anmeldeeinstellungen sind vielleicht nicht lesbar, und was darin steht, ist dann unbekannt. ${MEND}`,
  scopesMissing: `Der Freigabe fehlen Rechte ({{scopes}}), darum verweigert Gorgias das Lesen. ${MEND}`,
  refused: `Gorgias verweigert das Lesen mit den Rechten von {{name}}: Das Benutzerkonto wurde deaktiviert oder darf das nicht mehr, oder die Freigabe wurde beendet. ${MEND}`,
  revoked:
    'Die Freigabe wurde bei Gorgias widerrufen, oder die App wurde dort deinstalliert. Ein Gorgias-Admin muss neu verbinden.',
  mayEnd: 'Die Verbindung kann bald enden. Ein Admin muss neu verbinden.',
  isRefused: 'Gorgias verweigert das Lesen. Ein Admin muss neu verbinden.',
  adminKnows: 'Ein Admin weiß, woran es liegt.',
  noEventScope:
    'Der Freigabe fehlt der Scope events:read. Verbinden Sie damit neu, damit Änderungen binnen einer Minute beurteilt werden.',
  noEvents:
    'Gorgias erlaubt dem verbundenen Benutzerkonto nicht, sein Ereignisprotokoll zu lesen.',
};

export const contradiction: Translated<En['contradiction']> = {
  stillThere:
    'Nach dem Ereignisprotokoll von Gorgias wurde {{name}} gelöscht, aber seine Benutzerliste, danach gelesen, enthält das Konto noch.',
  notThere:
    'Das Ereignisprotokoll von Gorgias berichtet von {{name}} ({{eventType}}), aber seine Benutzerliste, danach gelesen, enthält das Konto nicht.',
  notActive:
    'Nach dem Ereignisprotokoll von Gorgias hat sich {{name}} zuletzt angemeldet, aber seine Benutzerliste, danach gelesen, führt das Konto als deaktiviert.',
  somebody: 'jemandem',
};

export const connectErrors: Translated<En['connectErrors']> = {
  'access-denied':
    'Der Zugriff wurde bei Gorgias nicht erlaubt, darum wurde nichts verbunden. Versuchen Sie es erneut, und erlauben Sie den Zugriff.',
  expired:
    'Dieser Versuch hat länger als zehn Minuten gedauert und ist abgelaufen. Beginnen Sie in Backstage von vorn.',
  'state-invalid':
    'Dieser Versuch ist nicht bekannt oder wurde schon benutzt, darum wurde nichts verbunden. Beginnen Sie in Backstage von vorn.',
  'wrong-browser':
    'Dieser Versuch wurde in einem anderen Browser begonnen, darum wurde nichts verbunden. Beginnen Sie in diesem Browser in Backstage von vorn.',
  'not-admin':
    'Die Person, die sich bei Gorgias angemeldet hat, ist dort nicht Admin, darum wurde nichts verbunden. Melden Sie sich bei Gorgias als Admin an, und versuchen Sie es erneut.',
  'scope-missing':
    'Gorgias hat weniger erlaubt als erbeten, darum wurde nichts verbunden. Versuchen Sie es erneut, und prüfen Sie die Scopes der OAuth-App.',
  'wrong-account':
    'Gorgias hat für ein anderes Konto geantwortet als das, das verbunden werden sollte; darum wurde nichts verbunden. Prüfen Sie die Subdomain, und versuchen Sie es erneut.',
  'gorgias-refused':
    'Gorgias hat die Anmeldung nicht abgeschlossen, darum wurde nichts verbunden. Versuchen Sie es erneut; wenn es wieder geschieht, prüfen Sie Client-ID und Secret der OAuth-App.',
  'gorgias-unreachable':
    'Gorgias war nicht erreichbar, darum wurde nichts verbunden. Versuchen Sie es in einer Minute erneut.',
  internal:
    'In Backstage ist etwas schiefgegangen, darum wurde nichts verbunden. Versuchen Sie es erneut; wenn es wieder geschieht, sehen Sie im Log des Backends nach.',
};
