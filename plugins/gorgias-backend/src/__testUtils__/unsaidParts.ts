import { sayInEnglish } from 'backstage-plugin-gorgias-common';

/** Sentences that always tell what they are made of. */
const ALWAYS = ['ground', 'remedy'];

/** Sentences in an answer that are not what their parts say in English. */
export function unsaidParts(answer: unknown, path = ''): string[] {
  if (typeof answer !== 'object' || answer === null) {
    return [];
  }
  const known = answer as Record<string, any>;
  return Object.entries(known).flatMap(([name, value]) => {
    const parts = known[`${name}Parts`];
    const isSaid = parts
      ? sayInEnglish(parts) === value
      : !(ALWAYS.includes(name) && typeof value === 'string');
    return [
      ...(isSaid ? [] : [`${path}/${name}: ${value}`]),
      ...unsaidParts(value, `${path}/${name}`),
    ];
  });
}
