import { held as en } from '../en/held';
import { Translated } from '../translated';

export const held: Translated<typeof en> = {
  title:
    'Eine Synchronisation wurde angehalten, weil so viele auf einmal fort wären',
  gorgias:
    'Gorgias führt {{gone, number}} von {{before, number}} aktiven Konten nicht mehr auf ({{share}}).',
  catalog:
    'Der Katalog hat {{gone, number}} von {{before, number}} Personen der aktuellen Belegschaft nicht mehr ({{share}}).',
  kept: 'Es wurde nichts geändert: Die letzte vollständige Lesung gilt weiter.',
  askAdmin: 'Ein Admin kritischer Systeme muss sagen, ob das stimmt.',
  read: 'Gelesen',
  review: 'Angehaltene Synchronisation prüfen',
  whoGorgias: 'Konten, die als fort gelten würden',
  whoCatalog: 'Personen, die als ausgeschieden gelten würden',
  searchGorgias: 'Diese Konten durchsuchen',
  searchCatalog: 'Diese Personen durchsuchen',
  noMatch: 'Niemand passt dazu.',
  nameless: 'Ohne Namen',
  ifAccepted: 'Wenn Sie annehmen',
  acceptHelp:
    'Eine neue Lesung beginnt. Wer auch darin fort ist, gilt als fort und wird nicht mehr beurteilt.',
  ifDiscarded: 'Wenn Sie verwerfen',
  discardHelp:
    'Nichts ändert sich. Die nächste Lesung sieht erneut nach und wird wieder angehalten, wenn sie noch immer fort sind.',
  accept: 'Annehmen',
  discard: 'Verwerfen',
  replaced: 'Darüber kann nicht mehr entschieden werden',
  reviewNewer: 'Die neuere prüfen',
  failed: 'Das ist nicht gelungen',
};
