import { setImmediate } from 'node:timers/promises';
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

/** Some ten milliseconds. */
const ACCOUNTS_AT_A_TIME = 500;

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
 * would take more than everything that is known. Now and then others in this
 * process have their turn.
 *
 * @param known - the digests of what is kept, by account id
 */
export async function judgeEverybody(
  facts: SystemFacts,
  known: ReadonlyMap<string, string | null>,
  { dueDays, compareAll }: { dueDays: DueDays; compareAll: boolean },
): Promise<Judged> {
  const digestOf = digester(facts, dueDays);
  const compared: Judged['compared'] = [];
  const lapses = lapsesOfOthers(facts.exceptions, facts.accounts, facts.now);
  const counter = new JudgedCounter();
  let done = 0;
  let found = 0;
  for (const judged of judgeAccounts(facts)) {
    const before = known.get(judged.subject.account.id);
    const digest = digestOf(judged);
    if (compareAll || before !== digest) {
      compared.push({ ...judged, digest });
    }
    if (before !== undefined) found += 1;
    counter.addAccount(judged);
    for (const check of judged.checks) lapses.push(...check.lapses);
    done += 1;
    if (done % ACCOUNTS_AT_A_TIME === 0) await setImmediate();
  }
  const vanished = found < known.size ? withoutAccounts(facts, known) : [];
  return { compared, vanished, lapses, counter };
}

/** What is kept of accounts that are no more, which hardly ever are. */
function withoutAccounts(
  { accounts }: SystemFacts,
  known: ReadonlyMap<string, unknown>,
): string[] {
  const there = new Set(accounts.map(({ id }) => id));
  return [...known.keys()].filter(id => !there.has(id));
}
