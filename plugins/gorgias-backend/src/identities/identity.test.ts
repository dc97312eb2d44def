import fc from 'fast-check';
import {
  accountArbitrary,
  anAccount,
  aStaffMember,
  staffMemberArbitrary,
} from '../__testUtils__/subjects';
import { identify, IdentityLink, newLinks, StaffDirectory } from './identity';

const AT = '2026-11-24T09:00:00.000Z';
const sam = aStaffMember();
const noor = aStaffMember({
  entityRef: 'user:default/noor.haddad',
  displayName: 'Noor Haddad',
  emails: ['noor.haddad@acme.example', 'support-lead@acme.example'],
});
const tomasz = aStaffMember({
  entityRef: 'user:default/tomasz.kowalski',
  displayName: 'Tomasz Kowalski',
  emails: ['Tomasz.Kowalski@acme.example', 'support-lead@acme.example'],
  state: 'offboarded',
});
const staff = new StaffDirectory([sam, noor, tomasz]);
const linkTo = (staffRef: string): IdentityLink => ({
  accountId: '1',
  staffRef,
  email: 'old@acme.example',
  linkedAt: AT,
});
const linkToSam = linkTo(sam.entityRef);

describe('identify', () => {
  it.each([
    { email: 'sam.rivers@acme.example', staffRef: sam.entityRef },
    { email: 'SAM.Rivers@Acme.Example', staffRef: sam.entityRef },
    { email: ' sam.rivers@acme.example ', staffRef: sam.entityRef },
    { email: 'ｓａｍ.rivers@acme.example', staffRef: sam.entityRef },
    { email: 'tomasz.kowalski@acme.example', staffRef: tomasz.entityRef },
    { email: 'noor.haddad@acme.example', staffRef: noor.entityRef },
    { email: 'sam.rivers@acme.example.evil', staffRef: undefined },
    { email: 'sam.rivers+x@acme.example', staffRef: undefined },
    { email: 'samrivers@acme.example', staffRef: undefined },
    { email: 's\u0430m.rivers@acme.example', staffRef: undefined }, // Cyrillic
    { email: '', staffRef: undefined },
    { email: null, staffRef: undefined },
  ])('finds $staffRef by $email', ({ email, staffRef }) => {
    const identity = identify(anAccount({ email }), undefined, staff);
    expect('staffRef' in identity ? identity.staffRef : undefined).toBe(
      staffRef,
    );
  });

  it('says who it is, that they have left, and why', () => {
    expect(
      identify(
        anAccount({ email: 'tomasz.kowalski@acme.example' }),
        undefined,
        staff,
      ),
    ).toEqual({
      type: 'staff-member',
      staffRef: 'user:default/tomasz.kowalski',
      displayName: 'Tomasz Kowalski',
      staffState: 'offboarded',
      ground: 'The e-mail address tomasz.kowalski@acme.example is theirs.',
    });
  });

  it.each([
    {
      name: 'nobody has the address',
      account: anAccount({ email: 'x@y.example' }),
      ground: 'No staff member has the e-mail address x@y.example.',
    },
    {
      name: 'a bot has an address of nobody',
      account: anAccount({ email: 'bot@y.example', kind: 'bot' }),
      ground: 'It is a bot, and no staff member has the e-mail address',
    },
    {
      name: 'there is no address',
      account: anAccount({ email: null }),
      ground: 'The account has no e-mail address.',
    },
  ])('says so when $name', ({ account, ground }) => {
    expect(identify(account, undefined, staff)).toEqual({
      type: 'unidentified',
      ground: expect.stringContaining(ground),
      candidates: [],
    });
  });

  it('takes a bot with the address of a staff member for theirs', () => {
    expect(
      identify(anAccount({ kind: 'bot' }), undefined, staff),
    ).toMatchObject({ staffRef: sam.entityRef });
  });

  it('does not guess between two people of one address', () => {
    expect(
      identify(
        anAccount({ email: 'support-lead@acme.example' }),
        undefined,
        staff,
      ),
    ).toEqual({
      type: 'unidentified',
      ground:
        '2 staff members have the e-mail address support-lead@acme.example.',
      candidates: [noor.entityRef, tomasz.entityRef],
    });
  });

  it('is not confused by a person who has an address twice', () => {
    const twice = new StaffDirectory([
      aStaffMember({ emails: ['a@acme.example', 'A@ACME.example'] }),
    ]);
    expect(
      identify(anAccount({ email: 'a@acme.example' }), undefined, twice),
    ).toMatchObject({ type: 'staff-member' });
  });

  it.each([{ email: 'former-agent-7@acme.example' }, { email: null }])(
    'keeps to a link when the address became $email',
    ({ email }) => {
      expect(identify(anAccount({ email }), linkToSam, staff)).toMatchObject({
        staffRef: sam.entityRef,
        ground:
          'This account was theirs when its e-mail address was old@acme.example.',
      });
    },
  );

  it('says that the address is theirs while a linked account has it', () => {
    expect(identify(anAccount(), linkToSam, staff)).toMatchObject({
      staffRef: sam.entityRef,
      ground: 'The e-mail address sam.rivers@acme.example is theirs.',
    });
  });

  it('does not guess between a link and the person who has the address now', () => {
    expect(
      identify(
        anAccount({ email: 'noor.haddad@acme.example' }),
        linkToSam,
        staff,
      ),
    ).toEqual({
      type: 'unidentified',
      ground:
        "This account was Sam Rivers's, and its e-mail address is now somebody else's.",
      candidates: [noor.entityRef, sam.entityRef],
    });
  });

  it('does not settle a shared address by a link to one of its people', () => {
    expect(
      identify(
        anAccount({ email: 'support-lead@acme.example' }),
        linkTo(noor.entityRef),
        staff,
      ),
    ).toMatchObject({
      type: 'unidentified',
      candidates: [noor.entityRef, tomasz.entityRef],
    });
  });
});

const people = fc.uniqueArray(staffMemberArbitrary, {
  selector: member => member.entityRef,
});
const links = fc
  .constantFrom('a', 'b', 'c', 'nobody')
  .map(name => linkTo(`user:default/${name}`));

describe('identities of any staff', () => {
  it('do not depend on the order of the staff', () => {
    fc.assert(
      fc.property(
        people,
        accountArbitrary,
        fc.option(links, { nil: undefined }),
        (members, account, link) => {
          const identity = identify(account, link, new StaffDirectory(members));
          expect(
            identify(account, link, new StaffDirectory([...members].reverse())),
          ).toEqual(identity);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('name a person only if nobody else has the address', () => {
    fc.assert(
      fc.property(
        people,
        accountArbitrary,
        fc.option(links, { nil: undefined }),
        (members, account, link) => {
          const identity = identify(account, link, new StaffDirectory(members));
          fc.pre(identity.type === 'staff-member');
          expect(
            members.filter(
              member =>
                member.entityRef !== identity.staffRef &&
                account.email !== null &&
                member.emails.includes(account.email),
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 300, maxSkipsPerRun: 100 },
    );
  });

  it('make new links for identified accounts without one, and no others', () => {
    fc.assert(
      fc.property(
        people,
        fc.array(accountArbitrary, { maxLength: 6 }),
        fc.array(fc.nat(5)),
        (members, found, linked) => {
          const accounts = found.map((account, index) => ({
            ...account,
            id: String(index),
          }));
          const known = new Map(
            linked.map(index => [String(index), linkToSam]),
          );
          const directory = new StaffDirectory(members);
          expect(newLinks(accounts, known, directory, AT)).toEqual(
            accounts.flatMap(account => {
              const identity = identify(account, undefined, directory);
              return identity.type === 'staff-member' && !known.has(account.id)
                ? [
                    {
                      accountId: account.id,
                      staffRef: identity.staffRef,
                      email: account.email,
                      linkedAt: AT,
                    },
                  ]
                : [];
            }),
          );
        },
      ),
    );
  });
});
