import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { NOW } from '../__testUtils__/subjects';
import { readSpec, renamePeople } from './spec';

const SUPPORT = 'group:default/support';
const name = (subject: string, until = '2027-03-01T00:00:00.000Z') => ({
  subject,
  ticket: 'HELP-1',
  until,
});
const named = (...people: Array<ReturnType<typeof name>>): AccessRuleSpec => ({
  type: 'named-people',
  people,
});

describe('readSpec', () => {
  it.each<[AccessRuleSpec, AccessRuleSpec]>([
    [{ type: 'all-staff' }, { type: 'all-staff' }],
    [
      // Midnight in Berlin, in winter.
      named(name('user:Default/Sam.Rivers', '2027-03-01T00:00:00+01:00')),
      named(name('user:default/sam.rivers', '2027-02-28T23:00:00.000Z')),
    ],
    [
      {
        type: 'org-roles',
        orgRoles: [SUPPORT, 'title: Team  Lead '],
        gorgiasRoles: { 'title:team lead': ['agent'] },
        people: [],
      },
      {
        type: 'org-roles',
        orgRoles: [SUPPORT, 'title:team lead'],
        gorgiasRoles: { 'title:team lead': ['agent'] },
        people: [],
      },
    ],
  ])('writes %j as the catalog does', (given, read) => {
    expect(readSpec(given, NOW)).toEqual(read);
  });

  it('needs no second time', () => {
    const once = readSpec(
      named(name('user:Default/A', '2027-03-01T00:00:00+01:00')),
      NOW,
    );
    expect(readSpec(once, NOW)).toEqual(once);
  });

  it.each<[string, AccessRuleSpec]>([
    [
      'spec.gorgiasRoles: limits group:default/it, which is not among spec.orgRoles; add it there, or take the limit out',
      {
        type: 'org-roles',
        orgRoles: [SUPPORT],
        gorgiasRoles: { 'group:default/it': ['admin'] },
      },
    ],
    [
      'spec.orgRoles: names title:lead a second time; leave one of the two',
      { type: 'org-roles', orgRoles: ['title:Lead', 'title:lead'] },
    ],
    [
      'spec.people: names user:default/a a second time; leave one of the two',
      named(name('user:default/a'), name('user:default/A')),
    ],
    [
      'spec.people[0].ticket: is empty; say where it was decided that account:1 may',
      named({ ...name('account:1'), ticket: ' ' }),
    ],
    [
      'spec.people[1].until: 2026-11-24T09:00:00.000Z is over; give a time that is ahead, or take account:1 out',
      named(name('user:default/a'), name('account:1', NOW)),
    ],
    [
      'spec.people[0].until: 2026-12-31T23:59:60Z is not a time that exists; give one in ISO 8601',
      named(name('user:default/a', '2026-12-31T23:59:60Z')),
    ],
  ])('refuses: %s', (message, spec) => {
    expect(() => readSpec(spec, NOW)).toThrow(message);
  });
});

describe('renamePeople', () => {
  const rule = named(name('user:default/a'), name('account:1'));

  it('leaves alone a rule that names none of them', () => {
    const renamed = [{ from: 'user:default/b', to: 'user:default/c' }];
    expect(renamePeople(rule, renamed)).toBe(rule);
    expect(renamePeople({ type: 'all-staff' }, renamed)).toEqual({
      type: 'all-staff',
    });
  });

  it('follows each by one step, also when two swap', () => {
    expect(
      renamePeople(named(name('user:default/a'), name('user:default/b')), [
        { from: 'user:default/a', to: 'user:default/b' },
        { from: 'user:default/b', to: 'user:default/c' },
      ]),
    ).toEqual(named(name('user:default/b'), name('user:default/c')));
  });

  it('keeps what lasts longer of somebody who is named twice then', () => {
    const longer = '2027-04-01T00:00:00.000Z';
    const renamed = [{ from: 'user:default/a', to: 'user:default/b' }];
    for (const people of [
      [name('user:default/a', longer), name('user:default/b')],
      [name('user:default/a'), name('user:default/b', longer)],
    ]) {
      expect(renamePeople(named(...people), renamed)).toEqual(
        named(name('user:default/b', longer)),
      );
    }
  });
});
