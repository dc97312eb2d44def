import { system as en } from '../en/system';
import { Translated } from '../translated';

export const system: Translated<typeof en> = {
  tabs: 'Bereiche des Systems',
  summary: 'Übersicht',
  accounts: 'Konten',
  people: 'Personen',
  reviews: 'Prüfungen',
  manage: 'Verwalten',
  entity: 'Im Katalog öffnen',
  evidence: 'Nachweise',
  entityContent: 'Zugriffskontrolle',
  all: 'Alle kritischen Systeme',
  notAllowed: 'Das dürfen Sie nicht sehen',
  noAnnotation: 'Diese Entität sagt nicht, für welches Gorgias-Konto sie steht',
  noAnnotationHelp:
    'Geben Sie ihr die Annotation {{annotation}} mit der Subdomain des Kontos, etwa {{example}}. Dann lässt sich Gorgias hier verbinden.',
};
