import { StringDecoder } from 'node:string_decoder';
import { canonicalJson } from './canonical';

/** Takes something that is not as it has to be, and where. */
export type Note = (where: string, reason: string) => void;

/**
 * Reads a file of which each line is a value in canonical form, line by line
 * as it comes. Lines that are something else are noted, and left out.
 */
export async function readLines<T>(
  name: string,
  parts: AsyncIterable<Buffer>,
  take: (value: T) => void,
  problem: Note,
): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let number = 0;
  let line: string[] = [];
  for await (const part of parts) {
    const [end, ...begun] = decoder.write(part).split('\n');
    line.push(end);
    for (const begin of begun) {
      number += 1;
      const value = parse(line.join(''));
      if (value === undefined) {
        problem(`${name}, line ${number}`, 'is not in canonical form');
      } else {
        take(value as T);
      }
      line = [begin];
    }
  }
  if (line.join('') + decoder.end() !== '') {
    problem(name, 'does not end with a line');
  }
}

function parse(line: string): unknown {
  try {
    const value = JSON.parse(line);
    return canonicalJson(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}
