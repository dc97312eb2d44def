/** What is wrong with something typed as a Gorgias subdomain, and what to enter instead. */
export const subdomain = {
  tooLong: 'The subdomain is too long.',
  missing: 'The subdomain is missing.',
  letters:
    'The subdomain has spaces, control characters or letters other than a to z.',
  noAddress: 'This is not a Gorgias address.',
  hostParts:
    'The address has a user name, a port or an escape sequence in its host.',
  path: 'The subdomain has a path behind it.',
  elsewhere: 'This is not an address at gorgias.com.',
  labelTooLong: 'The subdomain is longer than 63 characters.',
  characters:
    'The subdomain may have only letters, digits, "-" and "_", and must start and end with a letter or digit.',
  webSite: 'This is the web site of Gorgias itself, not an account.',
  otherLetters: 'The subdomain has letters other than a to z.',
  example: 'Enter it like "acme" or "acme.gorgias.com".',
} as const;
