export const contradictions = {
  title: 'Contradictions',
  help: "The event log of Gorgias tells of something that its list of users, read later, shows otherwise. Look at these accounts in Gorgias, and ask Gorgias' support when they stay.",
  showAccount: 'Show account {{id}}',
} as const;
