import {
  message,
  Message,
  sayInEnglish,
} from 'backstage-plugin-gorgias-checks';

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
      /** The same by ids. */
      problemParts: Message[];
    };

const MAX_INPUT_LENGTH = 2048;
const LABEL = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;
const HOST = /^(?:www\.)?([^./]+)(?:\.gorgias\.com)?$/;

function refuse(problem: Message): ParsedSubdomain {
  const problemParts = [problem, message('subdomain.example')];
  return { ok: false, problem: sayInEnglish(problemParts), problemParts };
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
    return refuse(message('subdomain.tooLong'));
  }
  const trimmed = input.trim();
  if (trimmed === '') {
    return refuse(message('subdomain.missing'));
  }
  // Look-alike letters must not be folded into the ones they look like, so
  // this comes before anything that would: the Kelvin sign is a "k" in lower case.
  if (/[^\x21-\x7e]/.test(trimmed)) {
    return refuse(message('subdomain.letters'));
  }
  const typed = trimmed.toLowerCase();
  const address = /^(?:(https?):\/\/)?([^/?#]*)([/?#].*)?$/.exec(typed);
  if (!address) {
    return refuse(message('subdomain.noAddress'));
  }
  const [, scheme, host, rest] = address;
  if (/[@:\\%]/.test(host)) {
    return refuse(message('subdomain.hostParts'));
  }
  if (rest && rest !== '/' && !scheme && !host.endsWith('.gorgias.com')) {
    return refuse(message('subdomain.path'));
  }
  const label = HOST.exec(host)?.[1];
  if (
    label === undefined ||
    ((scheme || host.includes('.')) && !host.endsWith('.gorgias.com'))
  ) {
    return refuse(message('subdomain.elsewhere'));
  }
  if (!LABEL.test(label)) {
    return refuse(
      label.length > 63
        ? message('subdomain.labelTooLong')
        : message('subdomain.characters'),
    );
  }
  if (label === 'www') {
    return refuse(message('subdomain.webSite'));
  }
  // Punycode stands for other letters, and not every label of it is a host name.
  if (label.startsWith('xn--')) {
    return refuse(message('subdomain.otherLetters'));
  }
  return { ok: true, subdomain: label };
}
