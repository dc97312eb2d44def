import { accessSection } from './access';
import { exceptionSection } from './exceptionTable';
import { opening } from './opening';
import { page } from './page';
import { ReportData } from './ReportData';
import { reviewSection } from './reviewTable';
import { ruleSection } from './ruleWords';
import { syncRunSection } from './syncRuns';
import { trendSection } from './trendPlot';
import { verdictSection } from './verdicts';

/**
 * The evidence to be read and printed: one HTML file that needs nothing else.
 * The same data make the same bytes everywhere, so that a verifier can make it
 * anew: no language or time zone of the machine may play a part.
 */
export function reportHtml(data: ReportData): string {
  const { system } = data.about;
  return page(`Evidence of access to ${system.title}`, [
    opening(data),
    verdictSection(data),
    trendSection(data),
    accessSection(data),
    exceptionSection(data),
    ruleSection(data),
    reviewSection(data),
    syncRunSection(data),
  ]).toString();
}
