import { MassChange } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { anAccount, aStaffMember } from '../__testUtils__/subjects';
import { Account, AccountFacts } from '../accounts/account';
import {
  changesToHold,
  isMassChange,
  leavingStaff,
  missingAccounts,
} from './massChange';

const DEFAULT = { share: 0.2, minimum: 5 };

const change = (
  source: MassChange['source'],
  before: number,
  ...refs: string[]
): MassChange => ({
  source,
  before,
  gone: refs.map(ref => ({ ref, name: null, email: null })),
});
const refs = (count: number, first = 0) =>
  [...Array(count).keys()].map(n => String(first + n));

describe('isMassChange', () => {
  it.each([
    { gone: 0, before: 0, mass: false, why: 'nothing of nothing' },
    { gone: 0, before: 100, mass: false, why: 'nobody' },
    { gone: 4, before: 4, mass: false, why: 'everybody, but less than five' },
    { gone: 5, before: 5, mass: true, why: 'everybody' },
    { gone: 5, before: 24, mass: true, why: 'five, just above a fifth' },
    { gone: 5, before: 25, mass: false, why: 'a fifth and not more' },
    { gone: 5, before: 26, mass: false, why: 'less than a fifth' },
    { gone: 20, before: 100, mass: false, why: 'a fifth of many' },
    { gone: 21, before: 100, mass: true, why: 'more than a fifth of many' },
  ])('is $mass for $gone of $before: $why', ({ gone, before, mass }) => {
    expect(isMassChange(gone, before, DEFAULT)).toBe(mass);
  });

  it('keeps to the limits that are configured', () => {
    expect(isMassChange(1, 100, { share: 0, minimum: 1 })).toBe(true);
    expect(isMassChange(0, 100, { share: 0, minimum: 1 })).toBe(false);
    expect(isMassChange(100, 100, { share: 1, minimum: 1 })).toBe(false);
    expect(isMassChange(50, 100, { share: 0.2, minimum: 51 })).toBe(false);
  });

  it('never takes less for more', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(500),
        fc.nat(500),
        fc.record({
          share: fc.double({ min: 0, max: 1, noNaN: true }),
          minimum: fc.integer({ min: 1, max: 50 }),
        }),
        (before, gone, more, limits) => {
          fc.pre(gone <= before);
          // As numbers, no is less than yes.
          const isMass = (...numbers: [gone: number, before: number]) =>
            Number(isMassChange(...numbers, limits));
          expect(isMass(gone + more, before)).toBeGreaterThanOrEqual(
            isMass(gone, before),
          );
          // Of fewer it is a larger part.
          expect(isMass(gone, before)).toBeGreaterThanOrEqual(
            isMass(gone, before + more),
          );
        },
      ),
    );
  });
});

describe('missingAccounts', () => {
  const known = [
    anAccount({ id: '1', name: 'Ada', email: 'ada@acme.example' }),
    anAccount({ id: '2' }),
    anAccount({ id: '3', state: 'deactivated' }),
    anAccount({ id: '4', state: 'gone' }),
  ];
  const factsOf = (account: Account) => account as AccountFacts;

  it('are the active accounts that are not listed any more', () => {
    expect(missingAccounts(known, [factsOf(known[1])])).toEqual({
      source: 'gorgias',
      before: 2,
      gone: [{ ref: '1', name: 'Ada', email: 'ada@acme.example' }],
    });
  });

  it('are none when everybody is listed, new or deactivated now', () => {
    expect(
      missingAccounts(known, [
        { ...factsOf(known[0]), state: 'deactivated' },
        factsOf(known[1]),
        factsOf(anAccount({ id: '9' })),
      ]).gone,
    ).toEqual([]);
  });
});

describe('leavingStaff', () => {
  const named = (name: string, differing = {}) =>
    aStaffMember({
      entityRef: `user:default/${name}`,
      displayName: name,
      ...differing,
    });

  it('are those who were current and are not any more, vanished or marked', () => {
    const before = [
      named('stays'),
      named('vanishes', { emails: [] }),
      named('marked'),
      named('left before', { state: 'offboarded' }),
    ];
    const after = [
      named('stays'),
      named('vanishes', { state: 'offboarded', offboardedGround: 'vanished' }),
      named('marked', { state: 'offboarded', offboardedGround: 'mark' }),
      named('left before', { state: 'offboarded' }),
      named('new'),
    ];
    expect(leavingStaff(before, after, [])).toEqual({
      source: 'catalog',
      before: 3,
      gone: [
        { ref: 'user:default/vanishes', name: 'vanishes', email: null },
        {
          ref: 'user:default/marked',
          name: 'marked',
          email: 'sam.rivers@acme.example',
        },
      ],
    });
  });

  it('are not those who have another entity ref', () => {
    expect(
      leavingStaff(
        [named('before')],
        [named('after')],
        [{ from: 'user:default/before', to: 'user:default/after' }],
      ),
    ).toMatchObject({ before: 1, gone: [] });
  });

  it('do not come with people who come', () => {
    expect(leavingStaff([], [named('a'), named('b')], [])).toMatchObject({
      before: 0,
      gone: [],
    });
  });
});

describe('changesToHold', () => {
  it('are those that are too large, with all who would be gone', () => {
    const large = change('gorgias', 20, ...refs(6));
    const small = change('catalog', 50, ...refs(6));
    expect(changesToHold([large, small], [], DEFAULT)).toEqual([large]);
  });

  it('are not those that an admin has accepted', () => {
    const found = change('gorgias', 20, ...refs(6));
    expect(changesToHold([found], [found], DEFAULT)).toEqual([]);
    // What others accepted, and of another time.
    const halves = [
      change('gorgias', 30, ...refs(3)),
      change('gorgias', 25, ...refs(3, 3)),
    ];
    expect(changesToHold([found], halves, DEFAULT)).toEqual([]);
  });

  it('are accepted for one source and not for the other', () => {
    const found = change('gorgias', 20, ...refs(6));
    expect(
      changesToHold([found], [change('catalog', 20, ...refs(6))], DEFAULT),
    ).toEqual([found]);
  });

  it('are held again when as many more are gone', () => {
    const accepted = change('gorgias', 20, ...refs(6));
    const few = change('gorgias', 20, ...refs(10));
    const many = change('gorgias', 20, ...refs(11));
    expect(changesToHold([few], [accepted], DEFAULT)).toEqual([]);
    expect(changesToHold([many], [accepted], DEFAULT)).toEqual([many]);
  });

  const changeArbitrary = fc.record({
    source: fc.constantFrom('gorgias' as const, 'catalog' as const),
    before: fc.nat(40),
    gone: fc.uniqueArray(
      fc.nat(40).map(n => ({ ref: String(n), name: null, email: null })),
      { selector: ({ ref }) => ref },
    ),
  });
  const limitsArbitrary = fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    minimum: fc.integer({ min: 1, max: 10 }),
  });

  it('never are what was accepted, nor a part of it', () => {
    fc.assert(
      fc.property(
        fc.array(changeArbitrary),
        fc.array(changeArbitrary),
        fc.nat(40),
        limitsArbitrary,
        (found, others, kept, limits) => {
          const part = found.map(each => ({
            ...each,
            gone: each.gone.slice(0, kept),
          }));
          expect(changesToHold(part, [...others, ...found], limits)).toEqual(
            [],
          );
        },
      ),
    );
  });

  it('never grow by accepting more, nor by looser limits', () => {
    fc.assert(
      fc.property(
        fc.array(changeArbitrary),
        fc.array(changeArbitrary),
        fc.array(changeArbitrary),
        limitsArbitrary,
        fc.nat(5),
        (found, accepted, more, limits, looser) => {
          const held = changesToHold(found, accepted, limits);
          expect(held).toEqual(
            expect.arrayContaining(
              changesToHold(found, [...accepted, ...more], limits),
            ),
          );
          expect(held).toEqual(
            expect.arrayContaining(
              changesToHold(found, accepted, {
                share: Math.min(1, limits.share + looser / 10),
                minimum: limits.minimum + looser,
              }),
            ),
          );
          expect(held.every(({ gone }) => gone.length >= limits.minimum)).toBe(
            true,
          );
        },
      ),
    );
  });
});
