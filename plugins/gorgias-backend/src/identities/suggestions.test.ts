import fc from 'fast-check';
import { aStaffMember, anAccount } from '../__testUtils__/subjects';
import { nameSimilarity, wordsOf } from './similarity';
import { suggest } from './suggestions';

const person = (displayName: string, ...emails: string[]) =>
  aStaffMember({
    entityRef: `user:default/${displayName.toLowerCase().replace(/ /g, '.')}`,
    displayName,
    emails,
  });
const sam = person('Sam Rivers', 'sam.rivers@acme.example');
const tomasz = {
  ...person('Tomasz Kowalski', 'tomasz.kowalski@acme.example'),
  state: 'offboarded' as const,
};
const jose = person('José Núñez', 'jose@acme.example');
const linh = person('Linh Tran', 'ltran@acme.example');
const staff = [sam, tomasz, jose, linh];

describe('suggest', () => {
  it.each([
    { name: 'Sam Rivers', found: ['Sam Rivers'] },
    { name: 'RIVERS, Sam', found: ['Sam Rivers'] },
    { name: 'Sam J. Rivers', found: ['Sam Rivers'] },
    { name: 'Sam R.', found: ['Sam Rivers'] },
    { name: 'Sam Rivers-Novak', found: ['Sam Rivers'] },
    { name: 'Tomas Kowalsky', found: ['Tomasz Kowalski'] },
    { name: 'Jose Nunez', found: ['José Núñez'] },
    { name: 'Sam', found: [] },
    { name: 'Sam Novak', found: [] },
    { name: 'Support', found: [] },
    { name: null, found: [] },
    { name: '???', found: [] },
    { email: 'sam.rivers@gmail.example', found: ['Sam Rivers'] },
    { email: 'SAM.RIVERS+gorgias@gmail.example', found: ['Sam Rivers'] },
    { email: 'kowalski-tomasz@x.example', found: ['Tomasz Kowalski'] },
    { email: 'ltran@x.example', found: ['Linh Tran'] },
    { email: 'tran@x.example', found: [] },
    { email: '@x.example', found: [] },
    { email: 'ltran', found: [] },
    // the likeliest first
    {
      name: 'Linh Tran',
      email: 'sam.rivers@x.example',
      found: ['Sam Rivers', 'Linh Tran'],
    },
  ])(
    'offers $found for $name $email',
    ({ name = null, email = null, found }) => {
      expect(
        suggest(anAccount({ name, email }), staff).map(
          ({ displayName }) => displayName,
        ),
      ).toEqual(found);
    },
  );

  it('says what speaks for somebody, and that they have left', () => {
    expect(
      suggest(
        anAccount({ name: 'Tomas K', email: 'tomasz.kowalski@x.example' }),
        staff,
      ),
    ).toMatchObject([
      {
        staffRef: 'user:default/tomasz.kowalski',
        displayName: 'Tomasz Kowalski',
        ground:
          "The account's name, Tomas K, is like theirs. They have the e-mail address tomasz.kowalski@acme.example. They have left.",
      },
    ]);
    expect(
      suggest(anAccount({ name: null, email: 'rivers.sam@x.example' }), staff),
    ).toMatchObject([
      { ground: 'The e-mail address rivers.sam@x.example is like their name.' },
    ]);
  });

  it('offers at most five, in one order', () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      aStaffMember({ entityRef: `user:default/sam${n}` }),
    );
    const offered = suggest(anAccount(), many);
    expect(offered.map(({ staffRef }) => staffRef)).toEqual(
      [0, 1, 2, 3, 4].map(n => `user:default/sam${n}`),
    );
    expect(suggest(anAccount(), many.reverse())).toEqual(offered);
  });
});

describe('nameSimilarity', () => {
  const name = fc
    .array(fc.constantFrom('sam', 'sama', 's', 'rivers', 'rivera', 'ñandú'))
    .map(words => words.join(' '));

  it('is from 0 to 1, and 1 for the same words in any order', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const similarity = nameSimilarity(wordsOf(a), wordsOf(b));
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        const same = wordsOf(a).join() === wordsOf(b).join();
        expect(similarity === 1).toBe(same && a !== '');
      }),
    );
  });
});
