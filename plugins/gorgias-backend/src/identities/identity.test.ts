import { AssignedIdentity } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  accountArbitrary,
  anAccount,
  aStaffMember,
  staffMemberArbitrary,
} from '../__testUtils__/subjects';
import { identify, identityEtagOf, IdentityLink, newLinks } from './identity';
import { Matching, StaffDirectory } from './StaffDirectory';

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
const OFF: Matching = { plusAliases: false, domainAliases: {} };
const staff = new StaffDirectory([sam, noor, tomasz], OFF);
const linkTo = (staffRef: string): IdentityLink => ({
  accountId: '1',
  staffRef,
  email: 'old@acme.example',
  linkedAt: AT,
});
const linkToSam = linkTo(sam.entityRef);
const unknown = { link: undefined, assigned: undefined };
const byLink = (link: IdentityLink | undefined) => ({ ...unknown, link });
const saidBy = (
  assignment: AssignedIdentity['assignment'],
  assignedBy = noor.entityRef,
): AssignedIdentity => ({ assignment, assignedBy, assignedAt: AT });
const saidToBe = (staffRef: string) =>
  saidBy({ type: 'staff-member', staffRef, reason: 'She told me.' });

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
    const identity = identify(anAccount({ email }), unknown, staff);
    expect('staffRef' in identity ? identity.staffRef : undefined).toBe(
      staffRef,
    );
  });

  it('says who it is, that they have left, and why', () => {
    expect(
      identify(
        anAccount({ email: 'tomasz.kowalski@acme.example' }),
        unknown,
        staff,
      ),
    ).toEqual({
      type: 'staff-member',
      staffRef: 'user:default/tomasz.kowalski',
      displayName: 'Tomasz Kowalski',
      staffState: 'offboarded',
      ground: 'The e-mail address tomasz.kowalski@acme.example is theirs.',
      groundParts: expect.any(Array),
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
    expect(identify(account, unknown, staff)).toEqual({
      type: 'unidentified',
      ground: expect.stringContaining(ground),
      groundParts: expect.any(Array),
      candidates: [],
    });
  });

  it('takes a bot with the address of a staff member for theirs', () => {
    expect(identify(anAccount({ kind: 'bot' }), unknown, staff)).toMatchObject({
      staffRef: sam.entityRef,
    });
  });

  it('does not guess between two people of one address', () => {
    expect(
      identify(
        anAccount({ email: 'support-lead@acme.example' }),
        unknown,
        staff,
      ),
    ).toEqual({
      type: 'unidentified',
      ground:
        '2 staff members have the e-mail address support-lead@acme.example.',
      groundParts: expect.any(Array),
      candidates: [noor.entityRef, tomasz.entityRef],
    });
  });

  it('is not confused by a person who has an address twice', () => {
    const twice = new StaffDirectory(
      [aStaffMember({ emails: ['a@acme.example', 'A@ACME.example'] })],
      OFF,
    );
    expect(
      identify(anAccount({ email: 'a@acme.example' }), unknown, twice),
    ).toMatchObject({ type: 'staff-member' });
  });

  it.each([{ email: 'former-agent-7@acme.example' }, { email: null }])(
    'keeps to a link when the address became $email',
    ({ email }) => {
      expect(
        identify(anAccount({ email }), byLink(linkToSam), staff),
      ).toMatchObject({
        staffRef: sam.entityRef,
        ground:
          'This account was theirs when its e-mail address was old@acme.example.',
      });
    },
  );

  it('says that the address is theirs while a linked account has it', () => {
    expect(identify(anAccount(), byLink(linkToSam), staff)).toMatchObject({
      staffRef: sam.entityRef,
      ground: 'The e-mail address sam.rivers@acme.example is theirs.',
    });
  });

  it('does not guess between a link and the person who has the address now', () => {
    expect(
      identify(
        anAccount({ email: 'noor.haddad@acme.example' }),
        byLink(linkToSam),
        staff,
      ),
    ).toEqual({
      type: 'unidentified',
      ground:
        "This account was Sam Rivers's, and its e-mail address is now somebody else's.",
      groundParts: expect.any(Array),
      candidates: [noor.entityRef, sam.entityRef],
    });
  });

  it('does not settle a shared address by a link to one of its people', () => {
    expect(
      identify(
        anAccount({ email: 'support-lead@acme.example' }),
        byLink(linkTo(noor.entityRef)),
        staff,
      ),
    ).toMatchObject({
      type: 'unidentified',
      candidates: [noor.entityRef, tomasz.entityRef],
    });
  });
});

describe('identify, with what a person says', () => {
  const service = saidBy({
    type: 'service-account',
    owner: 'group:default/it',
    purpose: 'Nightly export',
    reviewAt: '2027-06-01T00:00:00.000Z',
  });

  it('believes it, and says who said it when and why', () => {
    expect(
      identify(
        anAccount({ email: null }),
        { link: undefined, assigned: saidToBe(sam.entityRef) },
        staff,
      ),
    ).toEqual({
      type: 'staff-member',
      staffRef: sam.entityRef,
      displayName: 'Sam Rivers',
      staffState: 'current',
      ground: 'Noor Haddad said so on 2026-11-24: She told me.',
      groundParts: expect.any(Array),
    });
    expect(
      identify(anAccount(), { link: undefined, assigned: service }, staff),
    ).toEqual({
      ...service.assignment,
      ground: 'Noor Haddad classified it on 2026-11-24.',
      groundParts: expect.any(Array),
    });
  });

  it('names who said it by entity ref when they are nobody known', () => {
    expect(
      identify(
        anAccount(),
        {
          link: undefined,
          assigned: saidBy(service.assignment, 'user:default/guest'),
        },
        staff,
      ),
    ).toMatchObject({
      ground: 'user:default/guest classified it on 2026-11-24.',
    });
  });

  it.each([
    { name: 'an address', account: anAccount(), link: undefined },
    { name: 'an address and a link', account: anAccount(), link: linkToSam },
    {
      name: 'two people of one address',
      account: anAccount({ email: 'support-lead@acme.example' }),
      link: undefined,
    },
    {
      name: 'a link and the person who has the address now',
      account: anAccount({ email: 'noor.haddad@acme.example' }),
      link: linkToSam,
    },
  ])('outweighs $name', ({ account, link }) => {
    expect(
      identify(account, { link, assigned: saidToBe(tomasz.entityRef) }, staff),
    ).toMatchObject({ staffRef: tomasz.entityRef, staffState: 'offboarded' });
    expect(identify(account, { link, assigned: service }, staff)).toMatchObject(
      { type: 'service-account' },
    );
  });

  it('names nobody else when the person does not exist any more', () => {
    expect(
      identify(
        anAccount(),
        { link: linkToSam, assigned: saidToBe('user:default/lost') },
        staff,
      ),
    ).toEqual({
      type: 'unidentified',
      ground:
        'Noor Haddad said on 2026-11-24 that it is the account of user:default/lost, who does not exist any more.',
      groundParts: expect.any(Array),
      candidates: [],
    });
  });

  it('has an etag of its own for everything that can be said', () => {
    const all = [
      undefined,
      service,
      { ...service, assignedBy: 'user:default/guest' },
      { ...service, assignedAt: '2026-11-24T09:00:00.001Z' },
      saidToBe(sam.entityRef),
      saidToBe(noor.entityRef),
    ].map(identityEtagOf);
    expect(new Set(all).size).toBe(all.length);
    expect(identityEtagOf(null)).toBe(identityEtagOf(undefined));
    expect(identityEtagOf(JSON.parse(JSON.stringify(service)))).toBe(
      identityEtagOf(service),
    );
  });
});

describe('somebody who marries', () => {
  const married = new StaffDirectory(
    [{ ...sam, displayName: 'Sam Novak', emails: ['sam.novak@acme.example'] }],
    OFF,
  );

  it.each([
    { when: 'Gorgias has the old address', email: 'sam.rivers@acme.example' },
    { when: 'both have the new one', email: 'sam.novak@acme.example' },
    { when: 'Gorgias has neither', email: 'sam@elsewhere.example' },
  ])('keeps the account while $when', ({ email }) => {
    const [link] = newLinks([anAccount()], new Map(), staff, AT);
    expect(identify(anAccount({ email }), byLink(link), married)).toMatchObject(
      { staffRef: sam.entityRef, displayName: 'Sam Novak' },
    );
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
          const identity = identify(
            account,
            byLink(link),
            new StaffDirectory(members, OFF),
          );
          expect(
            identify(
              account,
              byLink(link),
              new StaffDirectory([...members].reverse(), OFF),
            ),
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
          const identity = identify(
            account,
            byLink(link),
            new StaffDirectory(members, OFF),
          );
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
          const directory = new StaffDirectory(members, OFF);
          expect(newLinks(accounts, known, directory, AT)).toEqual(
            accounts.flatMap(account => {
              const identity = identify(account, unknown, directory);
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

  it('make the link of an address that is an alias, and keep it without', () => {
    const account = anAccount({ email: 'sam.rivers+1@acme.example' });
    const [link] = newLinks(
      [account],
      new Map(),
      new StaffDirectory([sam], { ...OFF, plusAliases: true }),
      AT,
    );
    expect(link).toMatchObject({ staffRef: sam.entityRef });
    expect(identify(account, byLink(link), staff)).toMatchObject({
      staffRef: sam.entityRef,
      ground:
        'The e-mail address sam.rivers+1@acme.example was theirs on 2026-11-24.',
    });
  });
});
