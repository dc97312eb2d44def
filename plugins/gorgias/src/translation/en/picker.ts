export const picker = {
  help: 'Type a name, or an entity ref such as {{example}}.',
  noMatch: 'Nobody in the catalog matches. A full entity ref counts too.',
  failed: 'The catalog could not be searched: {{message}}',
} as const;
