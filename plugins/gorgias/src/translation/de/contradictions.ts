import { contradictions as en } from '../en/contradictions';
import { Translated } from '../translated';

export const contradictions: Translated<typeof en> = {
  title: 'Widersprüche',
  help: 'Das Ereignisprotokoll von Gorgias berichtet etwas, das seine Benutzerliste, danach gelesen, anders zeigt. Sehen Sie sich diese Konten in Gorgias an, und fragen Sie den Gorgias-Support, wenn die Widersprüche bleiben.',
  showAccount: 'Konto {{id}} zeigen',
};
