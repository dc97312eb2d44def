import { Duty, SystemDuties, URGENCY } from './duties';

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
  const known = new Set(told.map(keyOf));
  const isOpen = new Set(open.map(keyOf));
  const byRecipient = new Map<string, Digest>();
  for (const duty of open) {
    const { recipient } = duty;
    const digest = byRecipient.get(recipient) ?? {
      recipient,
      news: [],
      earlier: 0,
    };
    byRecipient.set(recipient, digest);
    if (known.has(keyOf(duty))) {
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
    solved: told.filter(duty => !isOpen.has(keyOf(duty)) && !isUnsure(duty)),
    nextAt: later.sort()[0] ?? null,
  };
}

/** Neither kinds nor the ids of subjects have a blank. */
function keyOf({ recipient, kind, subject }: Duty): string {
  return `${kind} ${subject} ${recipient}`;
}
