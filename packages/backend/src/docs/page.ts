import MarkdownIt from 'markdown-it';
import { posix } from 'node:path';
import { STYLESHEET_PATH } from './stylesheet';

/** A page, and what it needs to know of the site around it. */
export interface Page {
  /** Its file below the folder of the documentation, such as `guide/admins.md`. */
  file: string;
  markdown: string;
  nav: Array<{ title: string; file: string }>;
  /** Where the files of the repository are shown, for links that leave the documentation. */
  sourceUrl: string;
  /** The folder of the documentation in the repository. */
  docsDir: string;
}

/** The folder of a page in the site, as MkDocs lays it out: `guide/admins.md` is at `guide/admins`. */
export function pathOf(file: string): string {
  return file.replace(/((^|\/)(index|README))?\.md$/, '');
}

/** The name by which GitHub's links find a heading too. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Where a link that is written relative to a file leads from that file's page. */
export function linkFrom(page: Page, link: string): string {
  const isElsewhere = /^([a-z]+:|#|\/)/i.test(link);
  if (isElsewhere) {
    return link;
  }
  const [target, anchor] = link.split('#');
  const file = posix.join(posix.dirname(page.file), target);
  if (file.startsWith('..')) {
    const inRepository = posix.join(page.docsDir, file);
    return page.sourceUrl + inRepository + (anchor ? `#${anchor}` : '');
  }
  const isPage = file.endsWith('.md');
  const relative = posix.relative(
    `/${pathOf(page.file)}`,
    `/${isPage ? pathOf(file) : file}`,
  );
  const path = isPage ? `${relative || '.'}/` : relative;
  return path + (anchor ? `#${anchor}` : '');
}

function markdownOf(page: Page): MarkdownIt {
  const markdown = new MarkdownIt();
  const { rules } = markdown.renderer;
  const rewrite = (name: string, attribute: string) => {
    rules[name] = (tokens, index, options, _env, self) => {
      const token = tokens[index];
      const link = token.attrGet(attribute);
      token.attrSet(attribute, linkFrom(page, link ?? ''));
      if (name === 'image') {
        token.attrSet('alt', token.content);
      }
      return self.renderToken(tokens, index, options);
    };
  };
  rewrite('link_open', 'href');
  rewrite('image', 'src');
  rules.heading_open = (tokens, index, options, _env, self) => {
    tokens[index].attrSet('id', anchorOf(tokens[index + 1].content));
    return self.renderToken(tokens, index, options);
  };
  // A wide table scrolls by itself, also by keyboard, instead of the page.
  rules.table_open = () => '<div class="docs-table" tabindex="0"><table>';
  rules.table_close = () => '</table></div>';
  return markdown;
}

/** The page as HTML, with the navigation beside it. */
export function pageOf(page: Page): string {
  const markdown = markdownOf(page);
  const { escapeHtml } = markdown.utils;
  const stylesheet = posix.relative(
    `/${pathOf(page.file)}`,
    `/${STYLESHEET_PATH}`,
  );
  const items = page.nav.map(({ title, file }) => {
    const fromHere = posix.relative(posix.dirname(page.file), file);
    const current = file === page.file ? ' aria-current="page"' : '';
    const href = escapeHtml(linkFrom(page, fromHere));
    return `<li><a href="${href}"${current}>${escapeHtml(title)}</a></li>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><link rel="stylesheet" href="${stylesheet}"></head>
<body>
<div class="docs">
<nav class="docs-nav" aria-label="Pages of the documentation"><ul>${items.join(
    '',
  )}</ul></nav>
<article class="md-typeset docs-page">${markdown.render(
    page.markdown,
  )}</article>
</div>
</body>
</html>
`;
}
