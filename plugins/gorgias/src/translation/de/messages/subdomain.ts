import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

export const subdomain: Translated<(typeof GORGIAS_MESSAGES)['subdomain']> = {
  tooLong: 'Die Subdomain ist zu lang.',
  missing: 'Die Subdomain fehlt.',
  letters:
    'Die Subdomain enthält Leerzeichen, Steuerzeichen oder andere Buchstaben als a bis z.',
  noAddress: 'Das ist keine Gorgias-Adresse.',
  hostParts:
    'Die Adresse enthält im Host einen Benutzernamen, einen Port oder eine Escape-Sequenz.',
  path: 'Hinter der Subdomain steht ein Pfad.',
  elsewhere: 'Das ist keine Adresse bei gorgias.com.',
  labelTooLong: 'Die Subdomain ist länger als 63 Zeichen.',
  characters:
    'Die Subdomain darf nur Buchstaben, Ziffern, „-“ und „_“ enthalten und muss mit einem Buchstaben oder einer Ziffer beginnen und enden.',
  webSite: 'Das ist die Website von Gorgias selbst, kein Konto.',
  otherLetters: 'Die Subdomain enthält andere Buchstaben als a bis z.',
  example: 'Geben Sie „acme“ oder „acme.gorgias.com“ ein.',
};
