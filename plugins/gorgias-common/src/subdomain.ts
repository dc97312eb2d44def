/**
 * What became of something typed as a Gorgias subdomain.
 *
 * @public
 */
export type ParsedSubdomain =
  | { ok: true; subdomain: string }
  | {
      ok: false;
      /** What is wrong and what to enter instead. */
      problem: string;
    };

const MAX_INPUT_LENGTH = 2048;
const LABEL = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;
const HOST = /^(?:www\.)?([^./]+)(?:\.gorgias\.com)?$/;
const EXAMPLE = 'Enter it like "acme" or "acme.gorgias.com".';

function refuse(problem: string): ParsedSubdomain {
  return { ok: false, problem: `${problem} ${EXAMPLE}` };
}

/**
 * Finds the subdomain of a Gorgias account in what a person typed or copied
 * from the address bar: `acme`, `acme.gorgias.com`,
 * `https://www.acme.gorgias.com/app/...` all give `acme`.
 *
 * The result is one lower-case DNS label and safe to put into a host name:
 * everything that could name another host, port, path or user is refused.
 * Gorgias states no character set; the one here is that of Nango's provider
 * list (`[a-z0-9_-]`) with the length of a DNS label.
 *
 * @public
 */
export function parseSubdomain(input: string): ParsedSubdomain {
  if (input.length > MAX_INPUT_LENGTH) {
    return refuse('The subdomain is too long.');
  }
  const trimmed = input.trim();
  if (trimmed === '') {
    return refuse('The subdomain is missing.');
  }
  // Look-alike letters must not be folded into the ones they look like, so
  // this comes before anything that would: the Kelvin sign is a "k" in lower case.
  if (/[^\x21-\x7e]/.test(trimmed)) {
    return refuse(
      'The subdomain has spaces, control characters or letters other than a to z.',
    );
  }
  const typed = trimmed.toLowerCase();
  const address = /^(?:(https?):\/\/)?([^/?#]*)([/?#].*)?$/.exec(typed);
  if (!address) {
    return refuse('This is not a Gorgias address.');
  }
  const [, scheme, host, rest] = address;
  if (/[@:\\%]/.test(host)) {
    return refuse(
      'The address has a user name, a port or an escape sequence in its host.',
    );
  }
  if (rest && rest !== '/' && !scheme && !host.endsWith('.gorgias.com')) {
    return refuse('The subdomain has a path behind it.');
  }
  const label = HOST.exec(host)?.[1];
  if (
    label === undefined ||
    ((scheme || host.includes('.')) && !host.endsWith('.gorgias.com'))
  ) {
    return refuse('This is not an address at gorgias.com.');
  }
  if (!LABEL.test(label)) {
    return refuse(
      label.length > 63
        ? 'The subdomain is longer than 63 characters.'
        : 'The subdomain may have only letters, digits, "-" and "_", and must start and end with a letter or digit.',
    );
  }
  if (label === 'www') {
    return refuse('This is the web site of Gorgias itself, not an account.');
  }
  // Punycode stands for other letters, and not every label of it is a host name.
  if (label.startsWith('xn--')) {
    return refuse('The subdomain has letters other than a to z.');
  }
  return { ok: true, subdomain: label };
}
