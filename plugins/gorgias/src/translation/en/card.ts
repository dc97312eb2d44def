export const card = {
  title: 'Critical Systems',
  summary: 'Summary',
  overall: 'Overall',
  checks: 'Access checks',
  tasks: 'To do',
  askOwner: 'An admin of critical systems can do this. Ask',
  askAdmin: 'Ask an admin of critical systems to do this.',
  ownAccess: 'Your own access',
} as const;
