import {
  DueDays,
  judgeAccounts,
  Lapse,
  lapsesOfOthers,
} from 'backstage-plugin-gorgias-checks';
import { StoredException } from '../exceptions/ExceptionStore';
import { JudgedCounter } from './countSystem';
import { digester, JudgedOne } from './digests';
import { SystemFacts } from './SystemFacts';

/** What judging everybody came to. */
export interface Judged {
  /** Those that are to be compared with what is kept. */
  compared: Array<JudgedOne & { digest: string }>;
  /** The ids of accounts that are no more. */
  vanished: string[];
  lapses: Lapse<StoredException>[];
  counter: JudgedCounter;
}

/**
 * Judges every account of a system, and keeps only those of which something
 * changed: what was said of the others need not stay in memory, of which it
 * would take more than everything that is known.
 *
 * @param known - the digests of what is kept, by account id
 */
export function judgeEverybody(
  facts: SystemFacts,
  known: ReadonlyMap<string, string | null>,
  { dueDays, compareAll }: { dueDays: DueDays; compareAll: boolean },
): Judged {
  const digestOf = digester(facts, dueDays);
  const vanished = new Set(known.keys());
  const compared: Judged['compared'] = [];
  const lapses = lapsesOfOthers(facts.exceptions, facts.accounts, facts.now);
  const counter = new JudgedCounter();
  for (const judged of judgeAccounts(facts)) {
    const { id } = judged.subject.account;
    const digest = digestOf(judged);
    if (compareAll || known.get(id) !== digest) {
      compared.push({ ...judged, digest });
    }
    vanished.delete(id);
    counter.addAccount(judged);
    for (const check of judged.checks) lapses.push(...check.lapses);
  }
  return { compared, vanished: [...vanished], lapses, counter };
}
