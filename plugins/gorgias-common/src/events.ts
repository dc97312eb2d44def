import { CheckId, VerdictStatus } from 'backstage-plugin-gorgias-checks';

/** The topic of Backstage's events on which the backend tells of verdicts. @public */
export const GORGIAS_VERDICT_TOPIC = 'gorgias.verdict';

/**
 * The payload of an event on {@link GORGIAS_VERDICT_TOPIC}: a verdict has
 * another status than before. Whoever wants to know why asks the HTTP API,
 * which tells them as much as they may see.
 *
 * @public
 */
export interface GorgiasVerdictEvent {
  /** Counts up when a field is taken away or means something else; a new field may come without. */
  version: 1;
  /** The critical system. */
  entityRef: string;
  /** The id of the user in Gorgias; absent when the verdict is about the system itself. */
  accountId?: string;
  checkId: CheckId;
  /** What it was judged before, `null` when it was not judged before. */
  from: VerdictStatus | null;
  /** What it is judged now, `null` when it is judged no more. Never `stale`, see the documentation of events. */
  to: VerdictStatus | null;
  /** Since when `to` holds, ISO 8601 in UTC. */
  since: string;
  /** When it was judged. */
  at: string;
}
