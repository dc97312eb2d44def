import { InputError } from '@backstage/errors';
import { RequestHandler } from 'express';
import { z } from 'zod';

/**
 * What no database keeps as it is: PostgreSQL takes no zero byte, and half a
 * surrogate pair comes back as another letter than evidence was made of.
 */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;
const ALL_UNKEEPABLE = new RegExp(UNKEEPABLE, 'gu');

function isKeepable(text: string): boolean {
  return !UNKEEPABLE.test(text);
}

/** A text with signs for what could not be kept. */
export function toKeepable(text: string): string {
  return text.replace(ALL_UNKEEPABLE, '\ufffd');
}

/** A text that people chose, without what databases don't keep: a name is no way to stop a sync. */
export const chosenText = z.string().transform(toKeepable);

/** Refuses requests with a text that could not be kept, wherever it is. */
export const requireKeepableText: RequestHandler = (req, _res, next) => {
  requireKeepable('path', decode(req.path));
  requireKeepable('query', req.query);
  requireKeepable('body', req.body);
  next();
};

/**
 * Looks for such a text in all that somebody has sent.
 *
 * @throws InputError when there is one
 */
export function requireKeepable(name: string, value: unknown): void {
  const bad = unkeepableIn(name, value);
  if (bad) {
    throw new InputError(
      `${bad}: has a zero byte or half a letter in it, which can't be kept; leave it out`,
    );
  }
}

/** Where in a value such a text is. Without recursion, since a request may be nested as deep as it likes. */
function unkeepableIn(name: string, value: unknown): string | undefined {
  const left: Array<[path: string, value: unknown]> = [[name, value]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, part] = next;
    if (typeof part === 'string' && !isKeepable(part)) {
      return path;
    }
    if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) {
        if (!isKeepable(key)) {
          return path;
        }
        left.push([`${path}.${key}`, inner]);
      }
    }
  }
  return undefined;
}

/** What does not decode is refused by the router, which says so. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
