import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { timeArbitrary } from '../__testUtils__/subjects';
import { readGorgiasConfig } from '../config';
import { readEnd, readWords } from './terms';

const NOW = '2026-11-24T09:00:00.000Z';
const TERMS = { twoPersonRule: true, maxDays: 365 };

describe('the end of an exception', () => {
  it.each([
    ['2026-11-24T09:00:00.001Z', '2026-11-24T09:00:00.001Z'],
    ['2027-11-24T09:00:00.000Z', '2027-11-24T09:00:00.000Z'],
    ['2026-12-31T23:59:59+01:00', '2026-12-31T22:59:59.000Z'],
    // On the day that New York goes to summer time, an hour after it did.
    ['2027-03-14T03:00:00-04:00', '2027-03-14T07:00:00.000Z'],
  ])('may be %s, which is %s', (until, read) => {
    expect(readEnd(until, NOW, TERMS)).toBe(read);
  });

  it.each([
    ['the present', NOW, 'not in the future'],
    ['the past', '2026-11-24T08:59:59.999Z', 'not in the future'],
    [
      'the present, written in another time zone',
      '2026-11-24T10:00:00+01:00',
      'not in the future',
    ],
    [
      'more than a year ahead',
      '2027-11-24T09:00:00.001Z',
      'more than 365 days ahead; name 2027-11-24T09:00:00.000Z',
    ],
    ['no time', 'soon', 'not a time'],
  ])('may not be %s', (_, until, message) => {
    expect(() => readEnd(until, NOW, TERMS)).toThrow(`until: is ${message}`);
  });

  it('is never farther away than configured, nor at hand', () => {
    fc.assert(
      fc.property(
        timeArbitrary,
        timeArbitrary,
        fc.integer({ min: 1, max: 365 }),
        (until, now, maxDays) => {
          let end: string;
          try {
            end = readEnd(until, now, { ...TERMS, maxDays });
          } catch {
            return;
          }
          const days = (Date.parse(end) - Date.parse(now)) / 86_400_000;
          expect(days).toBeGreaterThan(0);
          expect(days).toBeLessThanOrEqual(maxDays);
        },
      ),
    );
  });
});

it('takes words, not blanks', () => {
  expect(readWords('reason', ' The token is on order. ')).toBe(
    'The token is on order.',
  );
  expect(() => readWords('reason', ' \n')).toThrow('reason: is empty');
});

describe('the configuration', () => {
  const read = (settings: object) =>
    readGorgiasConfig(
      new ConfigReader({
        gorgias: {
          oauth: { clientId: 'id', clientSecret: 'secret' },
          encryption: { keys: [{ id: 'k1', secret: 's'.repeat(32) }] },
          ...settings,
        },
      }),
    );

  it('asks for two people, within a year, if it says nothing', () => {
    expect(read({}).exceptions).toEqual(TERMS);
    expect(read({ exceptions: {} }).exceptions).toEqual(TERMS);
  });

  it('may ask for less', () => {
    expect(
      read({ exceptions: { twoPersonRule: false, maxDays: 90 } }).exceptions,
    ).toEqual({ twoPersonRule: false, maxDays: 90 });
  });

  it.each([
    [{ twoPersonRule: 'no' }, 'twoPersonRule must be true or false'],
    [{ maxDays: 0 }, 'maxDays must be a whole number from 1 to 365'],
    [{ maxDays: 366 }, 'maxDays must be a whole number from 1 to 365'],
    [{ maxDays: 1.5 }, 'maxDays must be a whole number from 1 to 365'],
    [{ maxDays: 'P1Y' }, 'maxDays must be a whole number from 1 to 365'],
  ])('may not be %j', (exceptions, message) => {
    const run = () => read({ exceptions });
    expect(run).toThrow(`Invalid configuration: gorgias.exceptions.${message}`);
    expect(run).toThrow(/^[^\n]+$/);
  });

  it('may not be something else', () => {
    expect(() => read({ exceptions: true })).toThrow(
      'gorgias.exceptions must have twoPersonRule or maxDays',
    );
  });
});
