import {
  Message,
  sayInEnglish,
  Verdict,
} from 'backstage-plugin-gorgias-common';

/** Why an outcome is as it is: the sentence that is kept, and what it is made of. */
export function because(
  ...parts: Message[]
): Pick<Verdict, 'ground'> & { groundParts: Message[] } {
  return { ground: sayInEnglish(parts), groundParts: parts };
}

/** What to do about an outcome. */
export function toDo(
  ...parts: Message[]
): Pick<Verdict, 'remedy'> & { remedyParts: Message[] } {
  return { remedy: sayInEnglish(parts), remedyParts: parts };
}
