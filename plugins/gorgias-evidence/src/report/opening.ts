import { Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { time } from './words';

/** What the report is about, and what it is worth. */
export function opening({ about }: ReportData): Markup {
  const { system, period, createdAt, createdBy, product, keyId } = about;
  return markup`<h1>Evidence of access to ${system.title}</h1>
<p>All times are in UTC.</p>
<dl>
<dt>System</dt><dd>${system.title} (<code>${system.entityRef}</code>)</dd>
<dt>Period</dt><dd>${time(period.from)} to ${time(period.to)}</dd>
<dt>Made</dt><dd>${time(createdAt)} for ${createdBy}</dd>
<dt>Made by</dt><dd>${product.name} ${product.version}</dd>
<dt>Signed with</dt><dd>${keyId ?? 'nothing: no key was configured'}</dd>
</dl>
<h2>What this is worth</h2>
${
  keyId === null
    ? markup`<p class="note">Nothing of this is signed, so it proves nothing to somebody who does not trust the server.</p>\n`
    : null
}<p>By itself this page proves nothing. It came in a zip with the entries of a signed ledger that it follows from. Verify the zip on a computer that need not be online, with a public key that you got from somebody you trust:</p>
<p><code>gorgias-verify-evidence bundle.zip --public-key key.pem</code></p>
<p>The program makes this page anew from the ledger and compares it byte by byte. When it says <code>ACCEPTED</code>, no entry was changed, left out or added after it was signed, and everything below follows from the entries. It says itself what else it proves.</p>
<p>Not proven is that Gorgias and the catalog told the truth, that the clock of the server was right, and that nothing false was entered when it happened.</p>
`;
}
