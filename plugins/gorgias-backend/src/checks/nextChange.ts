import { SystemFacts } from './SystemFacts';

/**
 * When time alone will change a verdict: an exception or a named access ends,
 * or a classification is due for review. `null` when none will.
 */
export function nextChange(facts: SystemFacts): string | null {
  const times = [
    ...(facts.rule?.people ?? []).map(({ until }) => until),
    ...facts.exceptions
      .filter(({ status }) => status === 'approved')
      .map(({ until }) => until),
    ...[...facts.identities.values()].flatMap(identity =>
      'reviewAt' in identity ? [identity.reviewAt] : [],
    ),
  ].filter(time => time > facts.now);
  return times.length > 0 ? times.reduce((a, b) => (a < b ? a : b)) : null;
}
