import fc from 'fast-check';
import {
  hostileKey,
  hostileText,
  hostileValue,
  Json,
  withKey,
} from './hostileValues';

type Path = Array<string | number>;
/** What is done to one part of a body; `undefined` leaves it out. */
type Change = (part: Json) => Json | undefined;

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: hostileText.map(text => within(text)) },
  {
    weight: 3,
    arbitrary: hostileValue.map(
      (value): Change =>
        () =>
          value,
    ),
  },
  { weight: 2, arbitrary: fc.constant<Change>(() => undefined) },
  {
    weight: 2,
    arbitrary: fc.tuple(hostileKey, hostileValue).map(
      ([key, value]): Change =>
        part =>
          isObject(part) ? withKey(part, key, value) : part,
    ),
  },
);

/** A body with one to three of its parts changed, for the worse. */
export function mutated(body: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .tuple(
      body,
      fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 }),
    )
    .map(([value, changes]) =>
      changes.reduce((before, [at, one]) => {
        const paths = pathsOf(before);
        return changeAt(before, paths[at % paths.length], one) ?? null;
      }, value),
    );
}

/** Puts a text into one that may stay as it is otherwise, and in the place of anything else. */
function within(text: string): Change {
  return part => (typeof part === 'string' ? `${part}${text}` : text);
}

function isObject(part: Json): part is Record<string, Json> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

/** Few levels of it, since what has been made deep is deep enough. */
function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || path.length > 4) {
    return [path];
  }
  return [
    path,
    ...Object.entries(value)
      .slice(0, 20)
      .flatMap(([key, inner]) => pathsOf(inner, [...path, key])),
  ];
}

function changeAt(value: Json, path: Path, one: Change): Json | undefined {
  if (path.length === 0) {
    return one(value);
  }
  const [key, ...rest] = path;
  const inner = (at: string, part: Json) =>
    at === String(key) ? changeAt(part, rest, one) : part;
  const entries = Object.entries(value as object)
    .map(([at, part]): [string, Json | undefined] => [at, inner(at, part)])
    .filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return Array.isArray(value)
    ? entries.map(([, part]) => part)
    : Object.fromEntries(entries);
}
