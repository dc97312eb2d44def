// Reads from a README what it tells an adopter to do, so that a wrong README fails the
// test of the packed packages.

/** The fenced code below a heading, up to the next heading, as { language, code }. */
export function codeBelow(markdown, heading) {
  const headings = [...withoutCode(markdown).matchAll(/^#{1,6} (.+)$/gm)];
  const at = headings.findIndex(([, title]) => title === heading);
  if (at < 0) throw new Error(`The README has no heading "${heading}"`);
  const begin = headings[at].index;
  const section = markdown.slice(begin, headings[at + 1]?.index);
  return [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(
    ([, language, code]) => ({ language, code }),
  );
}

/** The code in one language below a heading, which has to be there once. */
export function onlyCodeBelow(markdown, heading, language) {
  const found = codeBelow(markdown, heading).filter(
    block => block.language === language,
  );
  if (found.length !== 1) {
    throw new Error(
      `The README has ${found.length} blocks of ${language} below "${heading}", not one`,
    );
  }
  return found[0].code;
}

// Of the same length, since a comment in code looks like a heading.
function withoutCode(markdown) {
  return markdown.replace(/^```\w*\n[^]*?^```$/gm, code =>
    code.replace(/[^\n]/g, ' '),
  );
}

/** The commands of a block of shell, each as its words. */
export function commandsOf(shell) {
  return shell
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .map(line => line.split(/\s+/));
}

/** The imports of a block of code, and the rest of it without the semicolon at its end. */
export function importsAndRest(code) {
  const imports = [...code.matchAll(/^import [^]*?;\n/gm)].map(([all]) => all);
  const rest = imports.reduce((text, one) => text.replace(one, ''), code);
  return { imports: imports.join(''), rest: rest.trim().replace(/;$/, '') };
}

/** The text with an addition before the last place of a mark, which has to be there. */
export function insertBefore(text, mark, addition) {
  const at = text.lastIndexOf(mark);
  if (at < 0) throw new Error(`Nowhere to add code, since there is no ${mark}`);
  return `${text.slice(0, at)}${addition}\n${text.slice(at)}`;
}
