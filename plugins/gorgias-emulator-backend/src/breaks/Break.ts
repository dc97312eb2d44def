/** The lists that come in pages. */
const LISTS = ['/api/users', '/api/events'];

/**
 * The ways to break an answer, each with the paths it is for: those of lists,
 * or nothing where it can break any answer.
 */
const PATHS = {
  'cut-off': undefined,
  'invalid-json': undefined,
  html: undefined,
  reset: undefined,
  'never-ends': undefined,
  huge: undefined,
  redirect: undefined,
  'empty-page': LISTS,
  'looping-cursor': LISTS,
  'expired-cursor': LISTS,
  'foreign-cursor': LISTS,
  'bad-record': ['/api/users'],
  'bad-envelope': undefined,
  'wrong-order': LISTS,
  'expire-token': undefined,
  unauthorized: undefined,
  forbidden: undefined,
};

/** A way to break an answer. */
export type BreakHow = keyof typeof PATHS;

/** Every {@link BreakHow}. */
export const BREAK_HOWS = Object.keys(PATHS) as BreakHow[];

/** How, and which of the next requests, go wrong. */
export interface Break {
  /** What the path of the request begins with. */
  path: string;
  /** How many such requests still pass before. */
  skip: number;
  /** How many are still to be broken. */
  count: number;
  how: BreakHow;
}

/** Whether this break is meant for requests of this path. */
export function isFor({ path, how }: Break, requestPath: string): boolean {
  return (
    requestPath.startsWith(path) && (PATHS[how]?.includes(requestPath) ?? true)
  );
}

/** Whether no request can ever be broken in this way under this path. */
export function isInVain({ path, how }: { path: string; how: BreakHow }) {
  const paths: readonly string[] | undefined = PATHS[how];
  return paths?.every(each => !each.startsWith(path)) ?? false;
}
