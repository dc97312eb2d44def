import { Verdict } from './checks';
import { Message, sayInEnglish } from './messages';

/** Why an outcome is as it is: the sentence that is kept, and what it is made of. @public */
export function because(
  ...parts: Message[]
): Pick<Verdict, 'ground'> & { groundParts: Message[] } {
  return { ground: sayInEnglish(parts), groundParts: parts };
}

/** What to do about an outcome. @public */
export function toDo(
  ...parts: Message[]
): Pick<Verdict, 'remedy'> & { remedyParts: Message[] } {
  return { remedy: sayInEnglish(parts), remedyParts: parts };
}
