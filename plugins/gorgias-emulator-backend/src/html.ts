import { createHash } from 'node:crypto';
import escapeHtml from 'escape-html';
import { Response } from 'express';

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f5f7; color: #161616; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: #fff; border: 1px solid #d8dbe0; border-radius: 12px; }
main.wide { max-width: 96rem; margin: 2rem auto; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.3; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input, select { width: 100%; padding: .5rem .6rem; font: inherit; border: 1px solid #7a808a; border-radius: 6px; background: #fff; }
button { margin-top: 1rem; padding: .55rem 1rem; font: inherit; font-weight: 600; color: #161616; background: #fff; border: 1px solid #7a808a; border-radius: 6px; cursor: pointer; }
button.primary { color: #fff; background: #1f4fd8; border-color: #1f4fd8; }
button.danger { color: #a3121b; border-color: #a3121b; }
:focus-visible { outline: 3px solid #6a94ff; outline-offset: 2px; }
a { color: #1f4fd8; }
.error { padding: .75rem 1rem; color: #7c0d15; background: #fdecec; border: 1px solid #e8a5a9; border-radius: 6px; }
.note { padding: .75rem 1rem; background: #eef3ff; border: 1px solid #c3d2fb; border-radius: 6px; font-size: .9rem; }
.buttons, .controls { display: flex; flex-wrap: wrap; gap: .5rem; }
summary { padding: .5rem 0; font-size: 1.1rem; font-weight: 600; cursor: pointer; }
.controls { gap: 1rem; align-items: end; padding-bottom: 1rem; }
.controls form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
.controls label { margin: 0; font-size: .85rem; }
.controls button, td button { margin: 0; }
.controls input, .controls select, td select { width: auto; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .4rem .5rem; text-align: left; border-bottom: 1px solid #e3e5e9; vertical-align: middle; }
td form { display: inline-flex; gap: .25rem; }
td button, td select { padding: .25rem .5rem; font-size: .85rem; font-weight: 400; }
tr.inactive td { color: #5c626b; background: #f7f7f8; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Answers with an HTML page. `title` is text, `body` is HTML whose parts were
 * escaped by the caller.
 */
export function page(
  res: Response,
  options: {
    title: string;
    body: string;
    status?: number;
    wide?: boolean;
    /** Where the answer to a form of the page may redirect to, besides here. */
    formRedirect?: string;
  },
): void {
  const { title, body, status = 200, wide = false, formRedirect } = options;
  const formAction = ["'self'", formRedirect && new URL(formRedirect).origin]
    .filter(Boolean)
    .join(' ');
  res.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
  );
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.status(status).type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main${wide ? ' class="wide"' : ''}>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`);
}
