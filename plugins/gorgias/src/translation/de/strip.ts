import { strip as en } from '../en/strip';
import { Translated } from '../translated';

export const strip: Translated<typeof en> = {
  title: 'Die letzten Synchronisationen',
  help: 'Jeder Balken ist eine Synchronisation, die neueste steht rechts; je höher er ist, desto mehr Konten wurden gelesen. Wählen Sie einen aus, um ihn in der Tabelle darunter zu sehen.',
  keys: 'Mit den Pfeiltasten gelangen Sie von einem zum anderen.',
  run: '{{outcome}}, {{when}}. {{read}}.',
  runTook: '{{outcome}}, {{when}}. {{read}}, Dauer {{duration}}.',
  chosen: 'Sie sehen eine Synchronisation.',
  showAll: 'Alle Synchronisationen zeigen',
  notFound: 'Diese Synchronisation gehört nicht mehr zu den neuesten.',
};
