import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

type En = typeof GORGIAS_MESSAGES;

export const identity: Translated<En['identity']> = {
  theirAddress: 'Die E-Mail-Adresse {{email}} gehört dieser Person.',
  theirPlusAlias:
    'Die E-Mail-Adresse {{email}} ist ein Plus-Alias von {{address}}, und diese Adresse gehört der Person.',
  theirDomainAlias:
    'Die E-Mail-Adresse {{email}} ist ein Domain-Alias von {{address}}, und diese Adresse gehört der Person.',
  theirPlusAndDomainAlias:
    'Die E-Mail-Adresse {{email}} ist ein Plus- und Domain-Alias von {{address}}, und diese Adresse gehört der Person.',
  severalHave:
    '{{count, number}} Personen aus der Belegschaft haben die E-Mail-Adresse {{email}}.',
  severalHavePlusAlias:
    '{{count, number}} Personen aus der Belegschaft haben eine E-Mail-Adresse, von der {{email}} ein Plus-Alias ist.',
  severalHaveDomainAlias:
    '{{count, number}} Personen aus der Belegschaft haben eine E-Mail-Adresse, von der {{email}} ein Domain-Alias ist.',
  severalHavePlusAndDomainAlias:
    '{{count, number}} Personen aus der Belegschaft haben eine E-Mail-Adresse, von der {{email}} ein Plus- und Domain-Alias ist.',
  wasTheirAddress:
    'Die E-Mail-Adresse {{email}} gehörte am {{on}} dieser Person.',
  wasTheirAccount:
    'Das Konto gehörte dieser Person, als seine E-Mail-Adresse {{email}} war.',
  nowSomebodyElses:
    'Das Konto gehörte {{name}}, und seine E-Mail-Adresse gehört jetzt jemand anderem.',
  matcherSays:
    'Die Identitätszuordnung {{matcher}} hat diese Person gefunden: {{reason}}',
  matchersDisagree:
    'Keine E-Mail-Adresse sagt, wessen Konto es ist, und die Identitätszuordnungen nennen verschiedene Personen.',
  noAddress: 'Das Konto hat keine E-Mail-Adresse.',
  noStaffMemberHas:
    'Niemand aus der Belegschaft hat die E-Mail-Adresse {{email}}.',
  botNobodyHas:
    'Es ist ein Bot, und niemand aus der Belegschaft hat die E-Mail-Adresse {{email}}.',
  classified: '{{by}} hat es am {{on}} so eingestuft.',
  saidSo: '{{by}} hat das am {{on}} angegeben: {{reason}}',
  saidMissing:
    '{{by}} hat am {{on}} angegeben, dass es das Konto von {{staffRef}} ist; diese Person gibt es nicht mehr.',
  likeName: 'Der Name des Kontos, {{name}}, ähnelt dem Namen dieser Person.',
  addressLikeName:
    'Die E-Mail-Adresse {{email}} ähnelt dem Namen dieser Person.',
  haveAddress: 'Diese Person hat die E-Mail-Adresse {{email}}.',
  haveLeft: 'Diese Person ist ausgeschieden.',
};

export const identified: Translated<En['identified']> = {
  is: 'Das ist {{name}}.',
  'is-service-account':
    'Das ist ein Dienstkonto, angegebener Zweck: „{{purpose}}“.',
  'is-external':
    'Das ist das Konto einer externen Person, angegebener Zweck: „{{purpose}}“.',
  answers: '{{owner}} ist dafür verantwortlich.',
  ownerGone:
    'Aber {{owner}}, dafür verantwortlich, ist ausgeschieden oder existiert nicht mehr.',
  sayWhoAnswers:
    'Geben Sie an, wer jetzt dafür verantwortlich ist, oder entfernen Sie das Konto in Gorgias.',
  toBeReviewed: 'Die Überprüfung ist seit dem {{since}} fällig.',
  review:
    'Prüfen Sie, ob es noch gebraucht wird. Geben Sie dann neu an, was es ist, mit einem neuen Datum, oder entfernen Sie das Konto in Gorgias.',
  sayWhich:
    'Geben Sie an, welche der genannten Personen es ist, oder geben Sie jeder im Katalog eine eigene E-Mail-Adresse.',
  findOut:
    'Finden Sie heraus, wem das Konto gehört, und geben Sie es hier an. Oder tragen Sie seine E-Mail-Adresse im Katalog bei der Person ein, berichtigen Sie die Adresse in Gorgias oder entfernen Sie das Konto dort.',
};
