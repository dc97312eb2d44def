import { SystemFacts } from './SystemFacts';

/**
 * When time alone will change a verdict: an exception or a named access ends,
 * or a classification is due for review. `null` when none will.
 */
export function nextChange(facts: SystemFacts): string | null {
  let next: string | null = null;
  const consider = (time: string) => {
    if (time > facts.now && (next === null || time < next)) next = time;
  };
  for (const { until } of facts.rule?.people ?? []) consider(until);
  for (const { status, until } of facts.exceptions) {
    if (status === 'approved') consider(until);
  }
  for (const identity of facts.identities.values()) {
    if ('reviewAt' in identity) consider(identity.reviewAt);
  }
  return next;
}
