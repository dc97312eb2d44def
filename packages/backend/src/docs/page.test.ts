import { linkFrom, Page, pageOf, pathOf } from './page';

const PAGE: Page = {
  file: 'guide/admins.md',
  markdown: '# For admins',
  nav: [
    { title: 'Start', file: 'index.md' },
    { title: 'For admins', file: 'guide/admins.md' },
  ],
  sourceUrl: 'https://git.example/acme/blob/main/',
  docsDir: 'docs',
};

describe('pathOf', () => {
  it.each([
    ['index.md', ''],
    ['operating.md', 'operating'],
    ['guide/admins.md', 'guide/admins'],
    ['decisions/README.md', 'decisions'],
  ])('puts %s at "%s"', (file, path) => {
    expect(pathOf(file)).toBe(path);
  });
});

describe('linkFrom', () => {
  it.each([
    ['auditors.md', '../auditors/'],
    ['../operating.md#what-runs', '../../operating/#what-runs'],
    ['../index.md', '../../'],
    ['admins.md', './'],
    ['../images/card.png', '../../images/card.png'],
    ['../../README.md', 'https://git.example/acme/blob/main/README.md'],
    ['https://gorgias.com/', 'https://gorgias.com/'],
    ['#connect', '#connect'],
  ])('leads from a guide by %s to %s', (link, expected) => {
    expect(linkFrom(PAGE, link)).toBe(expected);
  });
});

describe('pageOf', () => {
  const html = (markdown: string) => pageOf({ ...PAGE, markdown });

  it('names headings as links do', () => {
    expect(html('## What it doesn’t do')).toContain(
      '<h2 id="what-it-doesnt-do">',
    );
  });

  it('says which page of the navigation is shown', () => {
    expect(html('')).toContain(
      '<li><a href="../../">Start</a></li><li><a href="./" aria-current="page">For admins</a></li>',
    );
  });

  it('shows pictures with their text', () => {
    expect(html('![The card](../images/card.png)')).toContain(
      '<img src="../../images/card.png" alt="The card">',
    );
  });

  it('lets no HTML through', () => {
    expect(html('<script>alert(1)</script>')).not.toContain('<script>');
  });
});
