import { Duty, DutyKind, SystemDuties, URGENCY } from './duties';

/** What somebody is told at once of all that is theirs to do about a system. */
export interface Digest {
  recipient: string;
  /** What they were not told of before. */
  news: Duty[];
  /** How much more they were told of before and is not done. */
  earlier: number;
}

/** What is to be told now, and what may be forgotten of what was told. */
export interface Telling {
  digests: Digest[];
  /** If it comes back, it is told again. */
  solved: Duty[];
  /** When the first is to be told for whom there is something new and who was told lately; `null` when there is nobody. */
  nextAt: string | null;
}

/**
 * What is to be told of a system: to everybody for whom there is something
 * new, all of it at once. Who was told lately waits until the interval is
 * over, unless something can't wait.
 */
export function tellingOf(
  { open, isUnsure }: SystemDuties,
  told: readonly Duty[],
  wasToldAt: ReadonlyMap<string, string>,
  { now, intervalSeconds }: { now: string; intervalSeconds: number },
): Telling {
  const isKnown = amongDuties(told);
  const isOpen = amongDuties(open);
  const byRecipient = new Map<string, Digest>();
  for (const duty of open) {
    const { recipient } = duty;
    const digest = byRecipient.get(recipient) ?? {
      recipient,
      news: [],
      earlier: 0,
    };
    byRecipient.set(recipient, digest);
    if (isKnown(duty)) {
      digest.earlier++;
    } else {
      digest.news.push(duty);
    }
  }
  const tellableAt = ({ recipient, news }: Digest) => {
    const toldAt = wasToldAt.get(recipient);
    return toldAt === undefined ||
      news.some(({ kind }) => URGENCY[kind] === 'critical')
      ? now
      : new Date(Date.parse(toldAt) + intervalSeconds * 1000).toISOString();
  };
  const withNews = [...byRecipient.values()]
    .filter(({ news }) => news.length > 0)
    .map(digest => ({ digest, at: tellableAt(digest) }));
  const later = withNews.map(({ at }) => at).filter(at => at > now);
  return {
    // In one order, so that two who do this at once don't wait for each other.
    digests: withNews
      .filter(({ at }) => at <= now)
      .map(({ digest }) => digest)
      .sort((a, b) => (a.recipient < b.recipient ? -1 : 1)),
    solved: told.filter(duty => !isOpen(duty) && !isUnsure(duty)),
    nextAt: later.sort()[0] ?? null,
  };
}

/** Tells whether a duty is one of these. A large system has tens of thousands, for which no keys are made. */
function amongDuties(duties: readonly Duty[]): (duty: Duty) => boolean {
  const known = new Map<string, Map<DutyKind, Set<string>>>();
  for (const { recipient, kind, subject } of duties) {
    let ofRecipient = known.get(recipient);
    if (!ofRecipient) known.set(recipient, (ofRecipient = new Map()));
    let subjects = ofRecipient.get(kind);
    if (!subjects) ofRecipient.set(kind, (subjects = new Set()));
    subjects.add(subject);
  }
  return ({ recipient, kind, subject }) =>
    known.get(recipient)?.get(kind)?.has(subject) ?? false;
}
