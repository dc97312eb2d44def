import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

const TURN_ON =
  'Die Person schaltet in Gorgias unter Settings > Password & 2FA die Zwei-Faktor-Authentifizierung ein';

export const mfa: Translated<(typeof GORGIAS_MESSAGES)['mfa']> = {
  bot: 'Das Konto ist ein Bot, niemand meldet sich damit an.',
  roleNotKnown:
    'Aber niemand weiß, ob die Rolle {{role}} die einer Person ist.',
  noRole: 'Aber niemand weiß, ob ein Konto ohne Rolle das einer Person ist.',
  findOutRole:
    'Finden Sie heraus, was diese Rolle ist, oder entfernen Sie das Konto in Gorgias.',
  on: 'Die Zwei-Faktor-Authentifizierung ist in Gorgias eingeschaltet.',
  notTold:
    'Gorgias gibt nicht an, ob die Zwei-Faktor-Authentifizierung eingeschaltet ist.',
  look: 'Sehen Sie sich die Person in Gorgias an, oder erzwingen Sie dort Single Sign-on.',
  enforcedSso:
    'Die Person meldet sich über {{provider}} an, und Gorgias erzwingt Single Sign-on; eine Anmeldung mit Passwort gibt es also nicht.',
  enforcedWays:
    'Gorgias erzwingt Single Sign-on über {{providers}}; eine Anmeldung mit Passwort gibt es also nicht.',
  enforcedAllOff:
    'Laut Gorgias ist Single Sign-on erzwungen, aber zugleich jeder Weg dafür ausgeschaltet; also kann niemand sagen, wie sich die Person anmeldet.',
  enforcedNoneOn:
    'Laut Gorgias ist Single Sign-on erzwungen, aber nicht, dass irgendein Weg dafür eingeschaltet ist; also kann niemand sagen, wie sich die Person anmeldet.',
  lookAtSettings:
    'Sehen Sie sich die Zugangseinstellungen in Gorgias an, und schalten Sie das Single Sign-on ein, das benutzt werden soll.',
  ssoAlone:
    'Die Person meldet sich über {{provider}} an, ohne Passwort, und Gorgias gibt nicht an, ob dort ein zweiter Faktor verlangt wird.',
  enforce:
    'Ein Admin erzwingt in Gorgias Single Sign-on, damit es keinen anderen Weg hinein gibt.',
  ssoPasswordNotTold:
    'Die Person meldet sich über {{provider}} an, und Gorgias gibt weder an, ob dort ein zweiter Faktor verlangt wird, noch, ob es daneben ein Passwort gibt.',
  ssoEnforcedNotTold:
    'Die Person meldet sich über {{provider}} an und hat auch ein Passwort, ohne Zwei-Faktor-Authentifizierung. Gorgias gibt nicht an, ob es Single Sign-on erzwingt und damit keine Passwörter annimmt.',
  ssoAndPassword:
    'Die Person meldet sich über {{provider}} an, aber der Weg daran vorbei ist offen: Single Sign-on ist nicht erzwungen, und es gibt auch ein Passwort, ohne Zwei-Faktor-Authentifizierung.',
  turnOnOrNoPasswords: `${TURN_ON}, oder ein Admin erzwingt dort Single Sign-on und schaltet damit Passwörter ab.`,
  noWayIn:
    'Das Konto hat weder ein Passwort noch ein Single Sign-on, von dem Gorgias etwas sagt: Entweder ist die Einladung noch offen, oder die Person meldet sich auf einem anderen Weg an.',
  lookForInvitation:
    'Sehen Sie sich die Person in Gorgias an; löschen Sie eine Einladung, die niemand angenommen hat.',
  passwordNotTold:
    'Die Zwei-Faktor-Authentifizierung ist in Gorgias ausgeschaltet, und Gorgias gibt nicht an, ob die Person überhaupt ein Passwort hat: Es kann eine offene Einladung sein oder jemand, der sich auf einem anderen Weg anmeldet.',
  turnOnOrDelete: `${TURN_ON}; löschen Sie eine Einladung, die niemand angenommen hat.`,
  offEnforcedNotTold:
    'Die Zwei-Faktor-Authentifizierung ist in Gorgias ausgeschaltet, und Gorgias gibt nicht an, ob es Single Sign-on erzwingt und damit keine Passwörter annimmt.',
  turnOnOrEnforce: `${TURN_ON}, oder ein Admin erzwingt dort Single Sign-on.`,
  offAndPassword:
    'Die Zwei-Faktor-Authentifizierung ist in Gorgias ausgeschaltet, und die Person meldet sich mit Passwort an.',
  turnOn: `${TURN_ON}.`,
  turnOnOrRequire: `${TURN_ON}, oder ein Admin verlangt sie dort von allen.`,
  willBeRequired:
    'Gorgias wird die Zwei-Faktor-Authentifizierung ab dem {{day}} von allen verlangen.',
  required:
    'Gorgias verlangt die Zwei-Faktor-Authentifizierung seit dem {{day}} von allen.',
  requiredNotSetUp:
    'Gorgias verlangt die Zwei-Faktor-Authentifizierung seit dem {{day}} von allen und gibt 14 Tage, sie einzurichten; diese Person hat sie nicht eingerichtet.',
};
