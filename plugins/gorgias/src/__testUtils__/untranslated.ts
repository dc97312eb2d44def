/** What components of other packages say in English, and what is the same in every language. */
const OF_OTHERS = [
  /^(Data table|(Previous|Next) table page|Close|Clear search)$/,
  // By the language of the browser.
  /^(Show suggestions|Row selection|Select all|Select row)$/,
  // Lengths of time, in German.
  /^(\d+ (Tage?|Stunden?|Minuten?)( und )?)+$|^\d+ Min\.$/,
  /^acme(\.gorgias\.com)?$/,
  /^(offline|users:read|account:read|[, ])+$/,
];
/** Names of Gorgias' own. */
const NAMES = /\b(Admin|Lead|Basic|Lite|Observer|Gorgias|OAuth|MFA|SSO)\b/g;

/** Parts whose words come from the formats of dates, from links to entities or from plots, or are for a computer. */
const SKIPPED =
  'code, time, svg, style, script, a[href^="/catalog/"], .recharts-wrapper';

/** What is left of a text without what is translated, in ⟦ ⟧, and data, in ‹ ›. */
function rest(text: string): string {
  const shorter = text.replace(/⟦[^⟦⟧]*⟧|‹[^‹›]*›/g, '');
  return shorter === text ? text : rest(shorter);
}

function isUntranslated(text: string): boolean {
  const left = rest(text).trim();
  return (
    /\p{L}/u.test(left.replace(NAMES, '')) &&
    !OF_OTHERS.some(pattern => pattern.test(left))
  );
}

/** The texts of a part of the page that are neither translated nor data, names for screen readers included. */
export function untranslated(root: HTMLElement): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement!;
    if (element.closest(SKIPPED)) {
      continue;
    }
    const texts =
      node instanceof Element
        ? ['aria-label', 'placeholder', 'title', 'alt'].map(
            name => node.getAttribute(name) ?? '',
          )
        : [node.textContent ?? ''];
    texts.filter(isUntranslated).forEach(text => found.add(text.trim()));
  }
  return [...found];
}
