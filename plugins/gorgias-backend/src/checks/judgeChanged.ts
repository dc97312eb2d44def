import {
  accountJudge,
  DueDays,
  Lapse,
  lapsesOfOthers,
} from 'backstage-plugin-gorgias-checks';
import { StoredException } from '../exceptions/ExceptionStore';
import { inTurns } from '../inTurns';
import { digester, JudgedOne } from './digests';
import { SystemFacts } from './SystemFacts';

/** What accounts were judged from before. */
export interface JudgedBefore {
  /** What stands for it and for what came of it, by account id. */
  digests: ReadonlyMap<string, string | null>;
  /** What stands for what all of them were judged by; `null` where that says nothing of now. */
  ground: string | null;
}

/** What judging came to. */
export interface Judged {
  /** Those that are to be compared with what is kept. */
  compared: Array<JudgedOne & { digest: string }>;
  /** The ids of accounts that are no more. */
  vanished: string[];
  lapses: Lapse<StoredException>[];
  /** What stands for what all accounts are judged by. */
  ground: string;
}

/**
 * Judges the accounts of a system of which something changed that they are
 * judged from, those that have an exception, which may lapse, and everybody
 * where something changed that they have in common.
 * Keeps only those of which what is kept may be another: what was said of the
 * others need not stay in memory, of which it would take more than everything
 * that is known. Now and then others in this process have their turn.
 */
export async function judgeChanged(
  facts: SystemFacts,
  before: JudgedBefore,
  { dueDays, compareAll }: { dueDays: DueDays; compareAll: boolean },
): Promise<Judged> {
  const { common, subjects, judge } = accountJudge(facts);
  const { ground, ofSubject, ofJudged } = digester(common, dueDays);
  const judgeAll = compareAll || ground !== before.ground;
  const compared: Judged['compared'] = [];
  const lapses = lapsesOfOthers(facts.exceptions, facts.accounts, facts.now);
  let found = 0;
  await inTurns(subjects(), one => {
    const { subject, exceptions } = one;
    const known = before.digests.get(subject.account.id);
    const from = ofSubject(one);
    const isSame = exceptions.length === 0 && known?.startsWith(from);
    if (judgeAll || !isSame) {
      const checks = judge(one);
      const digest = ofJudged(from, checks);
      if (compareAll || known !== digest) {
        compared.push({ subject, exceptions, checks, digest });
      }
      for (const check of checks) lapses.push(...check.lapses);
    }
    if (known !== undefined) found += 1;
  });
  const vanished =
    found < before.digests.size ? withoutAccounts(facts, before.digests) : [];
  return { compared, vanished, lapses, ground };
}

/** What is kept of accounts that are no more, which hardly ever are. */
function withoutAccounts(
  { accounts }: SystemFacts,
  known: ReadonlyMap<string, unknown>,
): string[] {
  const there = new Set(accounts.map(({ id }) => id));
  return [...known.keys()].filter(id => !there.has(id));
}
