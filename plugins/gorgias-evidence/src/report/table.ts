import { Content, Markup, markup } from './markup';

/** A table; the first cell of each row says what the row is about. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: ReadonlyArray<readonly Content[]>,
): Markup {
  if (rows.length === 0) {
    return markup`<p>${caption}: none.</p>\n`;
  }
  return markup`<div class="wide" role="region" tabindex="0" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(
    column => markup`<th scope="col">${column}</th>`,
  )}</tr></thead>
<tbody>
${rows.map(
  ([first, ...others]) =>
    markup`<tr><th scope="row">${first}</th>${others.map(
      cell => markup`<td>${cell}</td>`,
    )}</tr>\n`,
)}</tbody>
</table>
</div>
`;
}
