/** Writes an e-mail address so that equal ones look equal. @public */
export function normaliseEmail(email: string): string {
  const { local, domain } = emailParts(fold(email));
  return domain === undefined ? local : `${local}@${normaliseDomain(domain)}`;
}

/** Writes a domain so that equal ones look equal, also those with letters beyond ASCII. @public */
export function normaliseDomain(domain: string): string {
  const folded = fold(domain);
  if (isPlain(folded)) {
    return folded;
  }
  // Other characters mean something in a URL, by which this is done.
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(folded)
    ? toAscii(folded) ?? folded
    : folded;
}

/** Nearly every domain is, and stays as it is written: no punycode, and no number at its end, which would make it an IP address. */
function isPlain(domain: string): boolean {
  return /^([a-z0-9-]+\.)*[a-z]+$/.test(domain) && !domain.includes('xn--');
}

function toAscii(domain: string): string | undefined {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

/** What is before the last at sign and what after it; no domain where there is none. @public */
export function emailParts(email: string): {
  local: string;
  domain: string | undefined;
} {
  const at = email.lastIndexOf('@');
  return at < 0
    ? { local: email, domain: undefined }
    : { local: email.slice(0, at), domain: email.slice(at + 1) };
}

/** An address without its plus alias, `sam@acme.com` of `sam+gorgias@acme.com`. @public */
export function withoutPlus(email: string): string {
  const { local, domain } = emailParts(email);
  const plus = local.indexOf('+');
  return plus > 0 && domain !== undefined
    ? `${local.slice(0, plus)}@${domain}`
    : email;
}

/** Lower case can take a text out of its normal form, so that comes last too. */
function fold(text: string): string {
  // ASCII has one form only.
  if (/^[\x21-\x7e]*$/.test(text)) {
    return text.toLowerCase();
  }
  return text.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}
