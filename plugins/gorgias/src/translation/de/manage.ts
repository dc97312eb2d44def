import { manage as en } from '../en/manage';
import { Translated } from '../translated';

export const manage: Translated<typeof en> = {
  connection: 'Verbindung',
  connectedBy: 'Verbunden von',
  connectedAt: 'Verbunden',
  disconnectedBy: 'Getrennt von',
  disconnectedAt: 'Getrennt',
  gorgiasUser: 'Mit dem Gorgias-Benutzerkonto',
  method: 'Verfahren',
  methodOf: { oauth: 'OAuth', 'api-key': 'API-Schlüssel' },
  scopes: 'Scopes',
  earlyNews: 'Frühmeldungen',
  earlyNewsAvailable: 'Verfügbar',
  earlyNewsChecked: 'Verfügbar, zuletzt nachgesehen',
  earlyNewsMissing: 'Nicht verfügbar',
  disconnect: 'Trennen',
  disconnectTitle: '{{title}} trennen?',
  disconnectHelp:
    'Backstage gibt seinen Zugriff zurück und liest nichts mehr aus Gorgias. Die bisher gelesenen Konten und Befunde bleiben und veralten. Sie können später wieder verbinden.',
  disconnectApiKeyHelp:
    'Backstage vergisst den API-Schlüssel und liest nichts mehr aus Gorgias. Löschen Sie den Schlüssel auch in Gorgias unter Settings > REST API: Bis dahin nützt er jedem, der ihn hat. Die bisher gelesenen Konten und Befunde bleiben und veralten. Sie können später wieder verbinden.',
  access: 'Zugriff',
  accessValidity: 'Zugriffsberechtigung',
  configure: 'Einrichten',
  notConfigured:
    'Nicht eingerichtet: Noch hat niemand festgelegt, wer dieses System benutzen darf.',
  allStaff: 'Die gesamte aktuelle Belegschaft darf dieses System benutzen.',
  orgRoles:
    'Die Mitglieder dieser Organisationsrollen dürfen dieses System benutzen:',
  namedPeople: 'Nur namentlich Genannte dürfen dieses System benutzen:',
  alsoPeople: 'Auch diese dürfen es, mit jeder Gorgias-Rolle:',
  asRoles: 'als {{roles}}',
  jobTitle: 'Stellenbezeichnung {{title}}',
  named: '{{subject}} ({{ticket}})',
  missingOrgRoles:
    'Diese Organisationsrollen gibt es im Katalog nicht (mehr): {{refs}}',
  missingPeople: 'Diese Personen oder Konten gibt es nicht (mehr): {{refs}}',
  changed: 'Zuletzt geändert',
  list: 'Kritisches System',
  listed: 'Auf der Liste der kritischen Systeme seit',
  notListed: 'Nicht auf der Liste der kritischen Systeme.',
  remove: 'Aus den kritischen Systemen entfernen',
  removeTitle: '{{title}} aus den kritischen Systemen entfernen?',
  removeHelp:
    'Es verschwindet von der Liste, und sein Zugriff gilt als nicht eingerichtet. Die Verbindung und das Gelesene bleiben. Sie können es wieder aufnehmen.',
  versions: 'Versionen dieser Regel',
  moreVersions: 'Frühere Versionen zeigen',
  settings: 'Einstellungen',
  settingsHelp:
    'Diese Werte stehen in der Konfiguration von Backstage, die Subdomain an der Entität; ändern lassen sie sich nur dort.',
  subdomain: 'Subdomain des Gorgias-Kontos',
  staleAfter: 'Daten gelten als veraltet nach',
  connectMethods: 'Wege zu verbinden',
  by: 'von',
};
