import { drifts, HANDLES, MEMORY } from './flatness';
import { Sample } from './Timeline';

const MEGABYTE = 1024 * 1024;

/** A life of a hundred seconds, a sample each second. */
const life = (
  of: (second: number) => Partial<Sample>,
  replica = 'replica-1',
): Sample[] =>
  Array.from({ length: 101 }, (_, at) => ({
    at,
    replica,
    rss: 300 * MEGABYTE,
    heapUsed: 100 * MEGABYTE,
    resources: { TCPSocketWrap: 10, Timeout: 5 },
    lagMilliseconds: 1,
    ...of(at),
  }));

const isFlat = (samples: Sample[]) =>
  drifts(samples, [...MEMORY, ...HANDLES]).every(
    ({ late, bound }) => late <= bound,
  );

it('takes what stays for flat, and what warms up at first', () => {
  expect(isFlat(life(() => ({})))).toBe(true);
  expect(
    isFlat(life(at => ({ heapUsed: Math.min(at * 5, 100) * MEGABYTE }))),
  ).toBe(true);
});

it.each<[string, (at: number) => Partial<Sample>]>([
  ['heap', at => ({ heapUsed: (100 + at / 2) * MEGABYTE })],
  ['resident memory', at => ({ rss: (300 + at * 2) * MEGABYTE })],
  ['sockets', at => ({ resources: { TCPSocketWrap: 10 + at } })],
  ['timers', at => ({ resources: { Timeout: 5 + at } })],
])('notices %s that grows', (_what, of) => {
  expect(isFlat(life(of))).toBe(false);
});

it('looks at each process alone, and not at one that hardly lived', () => {
  const small = life(() => ({ heapUsed: 50 * MEGABYTE }), 'replica-1');
  const large = life(() => ({ heapUsed: 150 * MEGABYTE }), 'replica-2');
  const short = life(at => ({ rss: at * 100 * MEGABYTE }), 'replica-3');
  expect(isFlat([...small, ...large, ...short.slice(0, 30)])).toBe(true);
});
