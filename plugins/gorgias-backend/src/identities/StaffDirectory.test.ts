import { sayInEnglish } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { aStaffMember } from '../__testUtils__/subjects';
import { Matching, StaffDirectory } from './StaffDirectory';

const OFF: Matching = { plusAliases: false, domainAliases: {} };
const PLUS: Matching = { ...OFF, plusAliases: true };
const DOMAIN: Matching = {
  ...OFF,
  domainAliases: { 'acme.co.uk': 'acme.com' },
};
const BOTH: Matching = { ...PLUS, ...DOMAIN, plusAliases: true };

const person = (name: string, ...emails: string[]) =>
  aStaffMember({ entityRef: `user:default/${name}`, emails });
const refsOf = (match: ReturnType<StaffDirectory['findByEmail']>) =>
  match?.members.map(({ entityRef }) =>
    entityRef.slice('user:default/'.length),
  );

const sam = person('sam', 'sam@acme.com', 'Sam.Rivers@acme.com');
const tom = person('tom', 'tom@acme.co.uk');
const samToo = person('sam-too', 'sam@acme.co.uk');

describe('StaffDirectory', () => {
  it.each([
    // by the address itself
    { staff: [sam], email: 'SAM@ACME.COM', found: ['sam'] },
    { staff: [sam], email: 'sam.rivers@acme.com', found: ['sam'] },
    { staff: [sam], email: 'nobody@acme.com' },
    {
      staff: [sam, samToo],
      matching: BOTH,
      email: 'sam@acme.com',
      found: ['sam'],
    },
    {
      staff: [sam, samToo],
      matching: BOTH,
      email: 'sam@acme.co.uk',
      found: ['sam-too'],
    },
    {
      staff: [sam, person('a', 'SAM@acme.com')],
      email: 'sam@acme.com',
      found: ['a', 'sam'],
    },
    // by plus alias
    { staff: [sam], email: 'sam+gorgias@acme.com' },
    { staff: [sam], matching: DOMAIN, email: 'sam+gorgias@acme.com' },
    {
      staff: [sam],
      matching: PLUS,
      email: 'sam+gorgias@acme.com',
      found: ['sam'],
    },
    {
      staff: [sam],
      matching: PLUS,
      email: 'Sam.Rivers+1@Acme.com',
      found: ['sam'],
    },
    { staff: [sam], matching: PLUS, email: 'sam+gorgias@acme.co.uk' },
    {
      staff: [sam, person('a', 'sam+x@acme.com')],
      matching: PLUS,
      email: 'sam+x@acme.com',
      found: ['a'],
    },
    {
      staff: [sam, person('a', 'sam@acme.com')],
      matching: PLUS,
      email: 'sam+x@acme.com',
      found: ['a', 'sam'],
    },
    // not the other way round: support@ is not who has support+sam@
    {
      staff: [person('a', 'support+a@acme.com')],
      matching: BOTH,
      email: 'support@acme.com',
    },
    {
      staff: [person('a', 'support+a@acme.com')],
      matching: BOTH,
      email: 'support+b@acme.com',
    },
    // by domain alias, either way
    { staff: [sam], email: 'sam@acme.co.uk' },
    { staff: [sam], matching: PLUS, email: 'sam@acme.co.uk' },
    { staff: [sam], matching: DOMAIN, email: 'sam@acme.co.uk', found: ['sam'] },
    { staff: [tom], matching: DOMAIN, email: 'tom@acme.com', found: ['tom'] },
    { staff: [sam], matching: DOMAIN, email: 'sam@mail.acme.co.uk' },
    { staff: [sam], matching: DOMAIN, email: 'sam+x@acme.co.uk' },
    // by both
    { staff: [sam], matching: BOTH, email: 'sam+x@acme.co.uk', found: ['sam'] },
    { staff: [tom], matching: BOTH, email: 'tom+x@acme.com', found: ['tom'] },
    {
      staff: [sam, samToo],
      matching: BOTH,
      email: 'sam+x@acme.co.uk',
      found: ['sam-too'],
    },
    // two by a stronger step are not settled by a weaker one
    {
      staff: [sam, person('a', 'sam@acme.com'), samToo],
      matching: BOTH,
      email: 'sam@acme.com',
      found: ['a', 'sam'],
    },
    // no address
    { staff: [person('a', '')], matching: BOTH, email: '' },
    { staff: [person('a', ' ')], matching: BOTH, email: ' ' },
    { staff: [sam], matching: BOTH, email: null },
    { staff: [sam], matching: BOTH, email: 'constructor' },
    { staff: [sam], matching: BOTH, email: 'sam@constructor' },
  ])('finds $found by $email ($matching)', ({ staff, email, ...row }) => {
    const directory = new StaffDirectory(staff, row.matching ?? OFF);
    expect(refsOf(directory.findByEmail(email))).toEqual(row.found);
  });

  it.each([
    {
      matching: OFF,
      email: 'SAM@acme.com',
      ground: 'The e-mail address SAM@acme.com is theirs.',
    },
    {
      matching: PLUS,
      email: 'sam.rivers+1@acme.com',
      ground:
        'The e-mail address sam.rivers+1@acme.com is a plus alias of Sam.Rivers@acme.com, which is theirs.',
    },
    {
      matching: DOMAIN,
      email: 'sam@acme.co.uk',
      ground:
        'The e-mail address sam@acme.co.uk is a domain alias of sam@acme.com, which is theirs.',
    },
    {
      matching: BOTH,
      email: 'sam+1@acme.co.uk',
      ground:
        'The e-mail address sam+1@acme.co.uk is a plus and domain alias of sam@acme.com, which is theirs.',
    },
    {
      matching: OFF,
      email: 'both@acme.com',
      ground: '2 staff members have the e-mail address both@acme.com.',
    },
    {
      matching: PLUS,
      email: 'both+1@acme.com',
      ground:
        '2 staff members have an e-mail address that both+1@acme.com is a plus alias of.',
    },
  ])('says: $ground', ({ matching, email, ground }) => {
    const directory = new StaffDirectory(
      [sam, person('a', 'both@acme.com'), person('b', 'both@acme.com')],
      matching,
    );
    expect(sayInEnglish([directory.findByEmail(email)!.ground])).toBe(ground);
  });
});

const email = fc
  .tuple(
    fc.constantFrom('a', 'b', 'A'),
    fc.constantFrom('', '+x', '+y'),
    fc.constantFrom('acme.com', 'acme.co.uk', 'other.example'),
  )
  .map(([local, plus, domain]) => `${local}${plus}@${domain}`);
const matching = fc.constantFrom(OFF, PLUS, DOMAIN, BOTH);
const anyStaff = fc
  .array(fc.array(email, { maxLength: 3 }), { maxLength: 6 })
  .map(people => people.map((emails, n) => person(`p${n}`, ...emails)));

describe('StaffDirectory, of any staff', () => {
  it('does not depend on the order of the staff', () => {
    fc.assert(
      fc.property(
        anyStaff.chain(staff =>
          fc.tuple(
            fc.constant(staff),
            fc.shuffledSubarray(staff, { minLength: staff.length }),
          ),
        ),
        matching,
        email,
        ([staff, shuffled], how, address) => {
          expect(
            new StaffDirectory(shuffled, how).findByEmail(address),
          ).toEqual(new StaffDirectory(staff, how).findByEmail(address));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds the same people whatever aliases are configured, when it finds any without', () => {
    fc.assert(
      fc.property(anyStaff, matching, email, (staff, how, address) => {
        const exact = new StaffDirectory(staff, OFF).findByEmail(address);
        fc.pre(exact !== undefined);
        expect(new StaffDirectory(staff, how).findByEmail(address)).toEqual(
          exact,
        );
      }),
      { numRuns: 500, maxSkipsPerRun: 100 },
    );
  });

  it('finds somebody alone only if nobody else has an address by the same step', () => {
    fc.assert(
      fc.property(anyStaff, matching, email, (staff, how, address) => {
        const found = new StaffDirectory(staff, how).findByEmail(address);
        fc.pre(found?.members.length === 1);
        const rest = staff.filter(member => member !== found!.members[0]);
        const other = new StaffDirectory(rest, how).findByEmail(address);
        // Whoever else could be found is so by a weaker step, which says so.
        expect(other?.ground ?? '').not.toBe(found!.ground);
      }),
      { numRuns: 500, maxSkipsPerRun: 100 },
    );
  });
});
