import { identity as en } from '../en/identity';
import { Translated } from '../translated';

export const identity: Translated<typeof en> = {
  title: 'Wem es gehört',
  'service-account': 'Dienstkonto',
  external: 'Extern',
  ground: 'Warum',
  owner: 'Verantwortlich',
  purpose: 'Zweck',
  review: 'Zu überprüfen bis',
  assigned: 'Angegeben von',
  reason: 'Begründung',
  candidates: 'In Frage kommen',
  suggestions: 'Vielleicht',
  use: 'Das ist {{name}}',
  change: 'Angeben, was das ist',
  this: 'Das ist',
  these: 'Das sind',
  type: {
    'staff-member': 'Eine Person aus der Belegschaft',
    'service-account': 'Ein Dienstkonto',
    external: 'Das Konto einer externen Person',
    automatic: 'Wer nach der E-Mail-Adresse dazugehört',
  },
  help: {
    'staff-member':
      'Es bleibt das Konto dieser Person, auch wenn sich die E-Mail-Adresse ändert oder die Person ausscheidet.',
    'service-account':
      'Das Konto einer Maschine, das niemandem gehört und für das jemand verantwortlich ist.',
    external:
      'Das Konto von jemandem außerhalb der Organisation, für den jemand verantwortlich ist.',
    automatic: 'Nimmt zurück, was jemand dazu angegeben hat.',
  },
  staffRef: 'Person aus der Belegschaft',
  staffReason: 'Woher ist das bekannt',
  ownerRef: 'Wer dafür verantwortlich ist',
  reviewOn: 'Zu überprüfen bis (Datum)',
  incomplete: 'Füllen Sie alle Felder aus, um zu speichern.',
  saved_one: '{{count, number}} Konto ist jetzt angegeben als: {{what}}',
  saved_other: '{{count, number}} Konten sind jetzt angegeben als: {{what}}',
  undone: 'Es ist wieder wie zuvor',
  undoFailed: 'Das konnte nicht rückgängig gemacht werden',
};
