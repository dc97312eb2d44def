import { Markup, markup } from './markup';
import { ReportData } from './ReportData';
import { count } from './words';

/** How often Gorgias and the catalog were read, and whether to the end. */
export function syncRunSection({ syncRuns }: ReportData): Markup {
  const { complete, held, failed } = syncRuns;
  return markup`<h2>Sync runs</h2>
<p>${count(
    complete + held + failed,
    'run',
  )} ended in the period: ${complete} complete, ${held} held, ${failed} failed.</p>
<p>Only a complete run changes anything: it read every list to its end, and its entry in the ledger has the digest of what was read. A run is held when too much would have gone at once, until somebody accepts or discards it. A failed run changes nothing.</p>
`;
}
