import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

type En = typeof GORGIAS_MESSAGES;

/** Goes on from „Die Zugriffsregel lässt“, so all of it is in the accusative. */
export const rule: Translated<En['rule']> = {
  both: '{{first}} sowie {{second}}',
  nobody: 'niemanden',
  allStaff: 'die gesamte aktuelle Belegschaft',
  members: 'Mitglieder von {{groups}}',
  jobTitles: 'Personen mit der Stellenbezeichnung {{titles}}',
  asRoles: '{{orgRole}} (als {{gorgiasRoles}})',
  withOthers: '{{names}} und {{count, number}} weiteren',
  names: '{{count, number}} namentlich Genannte',
  named: '{{subject}} (bis {{until}})',
};

export const access: Translated<En['access']> = {
  service:
    'Das ist ein Dienstkonto, und die Zugriffsregel gilt für Personen; {{owner}} ist dafür verantwortlich.',
  bot: 'Das Konto ist ein Bot; die Zugriffsregel gilt für Personen.',
  nobodyKnows:
    'Niemand weiß, wem dieses Konto gehört; also kann niemand sagen, ob die Zugriffsregel es zulässt.',
  seeRole:
    'Sehen Sie in Gorgias nach, welche Rolle das Konto hat, und synchronisieren Sie erneut.',
  outsider:
    'Das ist ein Konto von außerhalb, das die Regel namentlich nennen muss.',
  nameIt:
    'Nennen Sie das Konto in der Zugriffsregel, mit Ticket und Enddatum, oder entfernen Sie es in Gorgias.',
  removeOrChange:
    'Entfernen Sie das Konto in Gorgias, geben Sie ihm eine Rolle, die die Zugriffsregel zulässt, oder ändern Sie die Zugriffsregel, wenn die Person den Zugriff braucht.',
  member: 'Die Zugriffsregel lässt {{rule}} zu, und {{name}} gehört dazu.',
  memberAs:
    'Die Zugriffsregel lässt {{rule}} zu, und {{name}} gehört dazu, als {{gorgiasRole}}.',
  named: 'Die Zugriffsregel nennt {{name}} bis {{until}} ({{ticket}}).',
  namedAccount:
    'Die Zugriffsregel nennt dieses Konto bis {{until}} ({{ticket}}).',
  left: '{{name}} gehört nicht mehr zur Belegschaft.',
  wasNamed:
    'Die Zugriffsregel nannte {{name}} bis {{until}} ({{ticket}}); das ist abgelaufen.',
  wasNamedAccount:
    'Die Zugriffsregel nannte dieses Konto bis {{until}} ({{ticket}}); das ist abgelaufen.',
  notNamed: 'Die Zugriffsregel nennt {{name}} nicht.',
  notNamedAccount: 'Die Zugriffsregel nennt dieses Konto nicht.',
  noMember:
    'Die Zugriffsregel lässt {{rule}} zu, und {{name}} gehört nicht dazu.',
  roleNotTold:
    'Die Zugriffsregel lässt {{rule}} zu; {{name}} gehört dazu, aber Gorgias nennt die Rolle des Kontos nicht.',
  otherRole:
    'Die Zugriffsregel lässt {{rule}} zu; {{name}} gehört dazu, aber die Gorgias-Rolle des Kontos ist {{gorgiasRole}}.',
};
