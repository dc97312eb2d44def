import { trends as en } from '../en/trends';
import { Translated } from '../translated';

export const trends: Translated<typeof en> = {
  title: 'In den letzten {{n, number}} Tagen',
  loading: 'Der Verlauf wird geladen',
  nothing:
    'In dieser Zeit wurde nichts beurteilt, darum gibt es noch nichts darzustellen.',
  since:
    'Jetzt {{now, number}} nicht bestanden, am {{day}} waren es {{before, number}}',
  plotLabel:
    '{{check}}, je Tag vom {{from}} bis zum {{to}}: zwischen {{least, number}} und {{most, number}} nicht bestanden, {{now, number}} am letzten Tag.',
  gaps_one: 'An {{count, number}} Tag wurde nichts beurteilt.',
  gaps_other: 'An {{count, number}} Tagen wurde nichts beurteilt.',
  day: 'Tag',
  showTable: 'Als Tabelle zeigen',
  hideTable: 'Tabelle ausblenden',
  tableOf: '{{action}}: {{title}}',
  legend: 'Die Status in den Diagrammen, von unten',
};
