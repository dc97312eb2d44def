export const connect = {
  title: 'Connect Gorgias',
  next: 'Next',
  back: 'Back',
  submit: 'Connect to Gorgias',
  read: 'What is read',
  readAccounts:
    'Names, e-mail addresses and roles of the Gorgias users, and whether each uses two-factor authentication or single sign-on.',
  readSettings: 'How the account lets its users sign in.',
  never: 'What is never done',
  neverRead: 'No ticket, customer or message is read.',
  neverChange: 'Nothing is changed in Gorgias.',
  needed: 'What you need',
  neededAdmin: 'To log in as an admin of the Gorgias account.',
  neededPlan: 'A Gorgias Helpdesk account, on any plan.',
  neededPopups: 'A browser that allows pop-ups for this page.',
  acknowledge:
    'I have read what is read, and I am allowed to connect this Gorgias account.',
  subdomain: 'Gorgias account subdomain',
  subdomainHelp: 'Enter it like "acme" or "acme.gorgias.com".',
  subdomainUsed: 'Will connect to {{host}}',
  acknowledgeFirst: 'Tick the box above to go on.',
  subdomainFirst: 'Enter the subdomain of the account to go on.',
  popupBlocked:
    'The browser blocked the Gorgias window. Allow pop-ups for this page in the address bar, then try again.',
  waiting:
    'Log in to Gorgias and allow access in the window that has opened. This page goes on by itself.',
  showWindow: 'Show the window again',
  windowClosed:
    'The Gorgias window was closed before the connection was made. If you still see it, finish there; else try again.',
  failed: 'Not connected',
  neededKey: 'The e-mail address and the API key of a Gorgias admin.',
  useApiKey: 'Connect with an API key instead',
  useOAuth: 'Connect by OAuth instead',
  email: 'E-mail of the Gorgias user',
  emailHelp: 'The address that the owner of the key logs in to Gorgias with.',
  apiKey: 'API key',
  apiKeyHelp: 'An admin makes it in Gorgias, under Settings > REST API.',
  apiKeyFirst: 'Enter the e-mail address and the API key to go on.',
  apiKeyRights:
    'An API key may do everything that its user may, so OAuth, which may only read, is better wherever it is possible.',
  apiKeyKept:
    'The key is kept encrypted and never shown again. Disconnecting here does not delete it in Gorgias.',
} as const;
