/** TechDocs takes a stylesheet by no other name than MkDocs gives its own. */
export const STYLESHEET_PATH = 'assets/stylesheets/main.00000000.min.css';

/** How the pages look; the colours and the typeface are those of the app. */
export const STYLESHEET = `
.docs { display: flex; flex-wrap: wrap; gap: 32px; line-height: 1.5; color: var(--md-default-fg-color); font-size: 16px; }
.docs a { color: var(--md-typeset-a-color); }
.docs-nav { flex: 0 0 200px; }
.docs-nav ul { list-style: none; margin: 0; padding: 0; }
.docs-nav li { padding: 4px 0; }
.docs-nav a[aria-current] { font-weight: bold; }
.docs-page { flex: 1 1 400px; min-width: 0; max-width: 900px; }
.docs-page > :first-child { margin-top: 0; }
.docs-page img { max-width: 100%; border: 1px solid var(--md-default-fg-color--lighter, #ccc); border-radius: 4px; }
.docs-page pre, .docs-table { overflow-x: auto; }
.docs-page code { background: var(--md-code-bg-color, rgba(127, 127, 127, 0.15)); padding: 1px 4px; border-radius: 3px; }
.docs-page td, .docs-page th { padding: 6px 12px; text-align: left; vertical-align: top; }
@media (max-width: 700px) { .docs-nav { flex-basis: 100%; } .docs-page { flex-basis: 100%; } }
@media print { .docs-nav { display: none; } }
`;
