export const strip = {
  title: 'The last syncs',
  help: 'Each bar is a sync, the latest on the right; the taller, the more accounts it read. Choose one to see it in the table below.',
  keys: 'Move between them with the arrow keys.',
  run: '{{outcome}}, {{when}}. {{read}}.',
  runTook: '{{outcome}}, {{when}}. {{read}}, took {{duration}}.',
  chosen: 'This shows one sync.',
  showAll: 'Show all syncs',
  notFound: 'This sync is no longer among the latest.',
} as const;
