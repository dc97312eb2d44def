import { RuleVersion } from '../accessRules';
import { BundleManifest } from '../bundle';
import { ExceptionRecord } from '../exceptions';
import { Population } from '../population';
import { ReplayedReview } from '../ReviewReplay';
import { SyncRunCounts } from '../SyncRunReplay';
import { TrendPoint } from './Trend';

/** What a report is about, known before anything of it is written. */
export type ReportAbout = Pick<
  BundleManifest,
  'product' | 'system' | 'period' | 'createdAt' | 'createdBy' | 'keyId'
>;

/** What a report is made from; nothing else may be in it. */
export interface ReportData {
  about: ReportAbout;
  /** At the end of the period, `undefined` when the ledger does not tell. */
  population: Population | undefined;
  /** Whether the facts were older by then than they may be. */
  isStale: boolean;
  trend: TrendPoint[];
  exceptions: ExceptionRecord[];
  rules: RuleVersion[];
  reviews: ReplayedReview[];
  syncRuns: SyncRunCounts;
}
