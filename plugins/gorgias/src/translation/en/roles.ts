/** Gorgias roles that Gorgias' own pages have no name for. */
export const roles = {
  none: 'None',
  bot: 'Bot',
  'internal-agent': 'Gorgias internal',
} as const;
