import { VerdictFacts } from './checks';
import { Message, sayInEnglish } from './messages';
import { Outcome } from './subjects';

/**
 * An outcome that nobody has to do anything about. Not put together of parts,
 * which takes several times as long, since most outcomes of every account are.
 */
export function settled(
  status: 'passing' | 'not-applicable',
  groundParts: Message[],
  facts: VerdictFacts,
): Outcome {
  return { status, ground: sayInEnglish(groundParts), groundParts, facts };
}

/** An outcome that somebody has to do something about, made in the same way. */
export function open(
  status: 'failing' | 'unknown' | 'not-configured',
  groundParts: Message[],
  toBeDone: Message,
  facts: VerdictFacts,
  owner?: string,
): Outcome {
  const remedyParts = [toBeDone];
  const outcome: Outcome = {
    status,
    ground: sayInEnglish(groundParts),
    groundParts,
    remedy: sayInEnglish(remedyParts),
    remedyParts,
    facts,
  };
  if (owner !== undefined) outcome.owner = owner;
  return outcome;
}
