import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';

export const tasks: Translated<(typeof GORGIAS_MESSAGES)['tasks']> = {
  'look-into-use-after-leaving': {
    title_one:
      'Eine Anmeldung nach dem Ausscheiden klären ({{count, number}} Person)',
    title_other:
      'Anmeldungen nach dem Ausscheiden klären ({{count, number}} Personen)',
    description:
      'Gorgias meldet eine Anmeldung beim Konto von jemandem, der ausgeschieden war. Entfernen Sie das Konto, und finden Sie heraus, wer es war.',
  },
  connect: {
    title: 'Gorgias verbinden',
    description: 'Bis dahin kann niemand sagen, wer Zugriff hat.',
  },
  reconnect: {
    title: 'Gorgias neu verbinden',
    description: 'Gorgias erkennt die Freigabe nicht mehr an.',
  },
  'review-held-run': {
    title: 'Angehaltene Synchronisation prüfen',
    description:
      'Nach der letzten Lesung wären so viele auf einmal fort, dass jemand sagen muss, ob das stimmt. Bis dahin wird nichts geändert.',
  },
  'mend-connection': { title: 'Als Admin neu verbinden' },
  'add-critical-system': {
    title: 'Kritisches System aufnehmen',
    description:
      'Setzt Gorgias auf die Liste der kritischen Systeme, bei denen Zugriff begründet sein muss.',
  },
  'configure-access': {
    title: 'Festlegen, wer es benutzen darf',
    description:
      'Geben Sie an, ob die gesamte Belegschaft oder ausgewählte Organisationsrollen Gorgias benutzen dürfen. Bis dahin ist kein Zugriff berechtigt.',
  },
  sync: {
    title: 'Erneut synchronisieren',
    description:
      'Gorgias wurde länger nicht gelesen als erlaubt, darum sind alle Befunde veraltet.',
  },
  'decide-exceptions': {
    title_one: 'Über {{count, number}} beantragte Ausnahme entscheiden',
    title_other: 'Über {{count, number}} beantragte Ausnahmen entscheiden',
    description:
      'Jemand anderes als die Person, die sie beantragt hat, genehmigt sie oder lehnt sie ab. Bis dahin bleiben die Befunde, wie sie sind.',
  },
  'finish-overdue-review': {
    title_one:
      '{{count, number}} Konto in der überfälligen Zugriffsprüfung beurteilen',
    title_other:
      '{{count, number}} Konten in der überfälligen Zugriffsprüfung beurteilen',
    description:
      'Der Tag, bis zu dem alle beurteilt sein sollten, ist vorbei. Bitten Sie die Prüfenden, oder delegieren Sie.',
  },
  'sign-off-review': {
    title: 'Zugriffsprüfung abzeichnen',
    description:
      'Alle Konten sind beurteilt. Das Abzeichnen bewahrt sie so als Nachweis auf.',
  },
  'carry-out-review': {
    title_one: '{{count, number}} Entscheidung aus Zugriffsprüfungen umsetzen',
    title_other:
      '{{count, number}} Entscheidungen aus Zugriffsprüfungen umsetzen',
    description:
      'In Gorgias sollte Zugriff entzogen oder geändert werden, und keine Synchronisation hat das bisher gesehen.',
  },
  'look-into-contradictions': {
    title_one: '{{count, number}} Widerspruch klären',
    title_other: '{{count, number}} Widersprüche klären',
    description:
      'Das Ereignisprotokoll von Gorgias und seine Benutzerliste widersprechen sich, also stimmt eines von beiden nicht.',
  },
  'fix-failing': {
    title_one: '{{count, number}} nicht bestandenen Befund beheben',
    title_other: '{{count, number}} nicht bestandene Befunde beheben',
    description: 'Jeder sagt, was zu tun ist und wer darum gebeten wird.',
  },
  'clear-unknown': {
    title_one: '{{count, number}} unbekannten Befund klären',
    title_other: '{{count, number}} unbekannte Befunde klären',
    description: 'Was nicht bekannt ist, gilt nie als bestanden.',
  },
};
