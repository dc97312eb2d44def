import { actions as en } from '../en/actions';
import { Translated } from '../translated';

export const actions: Translated<typeof en> = {
  connectButton: 'Verbinden',
  reconnectButton: 'Neu verbinden',
  syncButton: 'Jetzt synchronisieren',
  addButton: 'Kritisches System aufnehmen',
  configureButton: 'Jetzt einrichten',
  showFailing: 'Betroffene Konten zeigen',
  showUnknown: 'Unbekannte Konten zeigen',
  reviewButton: 'Prüfen',
  showContradictions: 'Widersprüche zeigen',
  showPeople: 'Personen zeigen',
  decideExceptions: 'Entscheiden',
  showReviews: 'Prüfungen zeigen',
  connect: { done: '{{title}} ist verbunden' },
  accept: { done: 'Angenommen, {{title}} wird erneut gelesen' },
  discard: { done: 'Verworfen, an {{title}} wurde nichts geändert' },
  sync: {
    done: '{{title}} wird synchronisiert',
    failed: '{{title}} konnte nicht synchronisiert werden',
  },
  add: {
    done: '{{title}} ist jetzt ein kritisches System',
    failed: '{{title}} konnte nicht als kritisches System aufgenommen werden',
  },
  remove: {
    done: '{{title}} ist kein kritisches System mehr',
    failed:
      '{{title}} konnte nicht aus den kritischen Systemen entfernt werden',
    undo: 'Rückgängig',
  },
  disconnect: {
    done: '{{title}} ist getrennt',
    failed: '{{title}} konnte nicht getrennt werden',
  },
};
