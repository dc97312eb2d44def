import { VERDICT_STATUSES } from 'backstage-plugin-gorgias-checks';
import { Content, Markup, markup } from './markup';
import { STATUS_WORDS } from './words';

/** Without quotes and angle brackets, which would be escaped. */
const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 70rem; background: #fff; color: #1f2430;
  font: 1rem/1.55 system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid #d8dce3; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
p, ul, dl { margin: 0 0 0.75rem; max-width: 46rem; }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.875em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; }
dt { color: #545c6b; }
dd { margin: 0; }
.note { padding: 0.6rem 0.9rem; border-left: 4px solid #b26a00; background: #fdf6e9; }
.wide { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #545c6b; padding: 0 0 0.35rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid #e6e9ee; font-weight: normal; }
thead th { color: #545c6b; font-weight: 600; border-bottom-color: #aab1bd; }
th, td, dd, h1 { unicode-bidi: isolate; }
svg { display: block; width: 100%; }
figure { margin: 0; }
.bar { height: 1.1rem; margin-bottom: 0.75rem; }
.plot { height: 12rem; border-bottom: 1px solid #545c6b; background: #f6f7f9; }
.ends { display: flex; justify-content: space-between; font-size: 0.875rem; color: #545c6b; max-width: none; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; font-size: 0.875rem; }
.status { white-space: nowrap; border-left: 0.65em solid; padding-left: 0.4em; }
summary { cursor: pointer; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.4rem; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .wide { overflow: visible; }
  table { font-size: 8pt; }
  tr, figure { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  * { print-color-adjust: exact; }
}
${VERDICT_STATUSES.map(status => {
  const { colour } = STATUS_WORDS[status];
  return `.${status} { fill: ${colour}; border-color: ${colour}; }\n`;
}).join('')}`;

/** A whole page. It may load nothing and run nothing, whatever is in it. */
export function page(title: string, body: Content): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}
