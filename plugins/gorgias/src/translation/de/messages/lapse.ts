import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

export const lapse: Translated<(typeof GORGIAS_MESSAGES)['lapse']> = {
  ended: 'ihr Ende war am {{until}} erreicht',
  extended:
    'sie wurde bis {{until}} verlängert, durch die Ausnahme {{exception}}',
  used: 'das Konto wurde nach dem Ausscheiden der Person benutzt',
  offboarded: 'die Person ist ausgeschieden',
  cameBack: 'die Person ist zurückgekehrt',
  nowOf: 'laut Angabe gehört das Konto jetzt {{staffRef}}',
  nowServiceAccount: 'das Konto ist jetzt als Dienstkonto eingestuft',
  nowExternal: 'das Konto ist jetzt als extern eingestuft',
  leftOtherDay:
    'der Tag des Ausscheidens hat sich von {{before}} zu {{after}} geändert',
  roleGrew: 'die Gorgias-Rolle ist von {{before}} zu {{after}} gewachsen',
  roleChanged:
    'die Gorgias-Rolle hat sich von {{before}} zu {{after}} geändert',
  twoFactorOn:
    'die Zwei-Faktor-Authentifizierung wurde in Gorgias eingeschaltet',
  twoFactorOff:
    'die Zwei-Faktor-Authentifizierung wurde in Gorgias ausgeschaltet',
  hasPassword: 'das Konto hat ein Passwort bekommen',
  noPassword: 'das Konto hat kein Passwort mehr',
  ssoChanged:
    'das Single Sign-on hat sich von {{before}} zu {{after}} geändert',
  emailChanged:
    'die E-Mail-Adresse hat sich von {{before}} zu {{after}} geändert',
  none: 'keiner Angabe',
};
