/** What happened and what to do, for each reason that connecting may fail. */
export const connectErrors = {
  'access-denied':
    'Access was not granted at Gorgias, so nothing was connected. Try again and choose to allow access.',
  expired:
    'This attempt took more than ten minutes and has expired. Start again from Backstage.',
  'state-invalid':
    'This attempt is not known or was already used, so nothing was connected. Start again from Backstage.',
  'wrong-browser':
    'This attempt was started in another browser, so nothing was connected. Start again from Backstage in this one.',
  'not-admin':
    'The Gorgias user who logged in is not an admin of the account, so nothing was connected. Log in to Gorgias as an admin and try again.',
  'scope-missing':
    'Gorgias granted less than was asked for, so nothing was connected. Try again, and check the scopes of the OAuth app.',
  'wrong-account':
    'Gorgias answered for another account than the one that was to be connected, so nothing was connected. Check the subdomain and try again.',
  'gorgias-refused':
    'Gorgias refused to finish the log-in, so nothing was connected. Try again; if it happens again, check the client id and secret of the OAuth app.',
  'gorgias-unreachable':
    'Gorgias could not be reached, so nothing was connected. Try again in a minute.',
  internal:
    'Something went wrong in Backstage, so nothing was connected. Try again; if it happens again, look into the log of the backend.',
} as const;
