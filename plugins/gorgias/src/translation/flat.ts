/** The keys of nested texts, joined by dots as Backstage names them. */
export type Flat<T, Prefix extends string = ''> = Intersection<
  {
    [K in keyof T & string]: T[K] extends string
      ? { [P in `${Prefix}${K}`]: string }
      : Flat<T[K], `${Prefix}${K}.`>;
  }[keyof T & string]
>;

type Intersection<U> = (
  U extends unknown ? (union: U) => void : never
) extends (intersection: infer I) => void
  ? { [K in keyof I]: I[K] }
  : never;

interface Nested {
  readonly [key: string]: string | Nested;
}

/** Nested texts with their keys joined by dots. */
export function flat<T extends object>(texts: T): Flat<T> {
  const visit = (nested: Nested, prefix: string): Array<[string, string]> =>
    Object.entries(nested).flatMap(([key, text]) =>
      typeof text === 'string'
        ? [[prefix + key, text] as [string, string]]
        : visit(text, `${prefix}${key}.`),
    );
  return Object.fromEntries(visit(texts as Nested, '')) as Flat<T>;
}
