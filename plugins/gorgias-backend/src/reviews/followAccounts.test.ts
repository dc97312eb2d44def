import { ReviewDecision } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { aStaffMember } from '../__testUtils__/subjects';
import { StaffMember } from '../staff/staffMember';
import { KnownAccount } from './accountsToReview';
import { assignReviewer, currentStaff } from './assignReviewer';
import { followAccounts, newItem } from './followAccounts';
import { StoredItem, StoredReview } from './review';

const THEN = '2026-11-24T09:00:00.000Z';
const NOW = '2026-11-25T09:00:00.000Z';
const OWNER = 'user:default/owner';
const BOSS = 'user:default/boss';
const SAM = 'user:default/sam';

const person = (entityRef: string, more: Partial<StaffMember> = {}) =>
  aStaffMember({ entityRef, manager: null, ...more });
const STAFF = [
  person(OWNER),
  person(BOSS),
  person(SAM, { manager: BOSS, orgRoles: ['group:default/support'] }),
];

function staffOf(staff: StaffMember[]) {
  return {
    current: currentStaff(staff),
    members: new Map(staff.map(member => [member.entityRef, member])),
  };
}

const REVIEW = {
  status: 'open',
  owner: OWNER,
  reviewers: { by: 'manager' },
} as StoredReview;

const ACCOUNT: KnownAccount = {
  accountId: '1',
  name: 'Sam',
  email: 'sam@acme.example',
  gorgiasRole: 'agent',
  kind: 'human',
  state: 'active',
  identity: { type: 'staff-member', staffRef: SAM },
  verdicts: {},
  lastLogInAt: null,
};

function decided(
  decision: Pick<ReviewDecision, 'decision' | 'gorgiasRole'>,
  followUp: StoredItem['followUp'] = null,
): StoredItem {
  return {
    ...newItem(ACCOUNT, 'start', THEN),
    reviewer: BOSS,
    decision: { ...decision, comment: null, by: BOSS, at: THEN },
    followUp,
  };
}

const OPEN = { status: 'open', doneAt: null } as const;
const DONE = { status: 'done', doneAt: THEN } as const;

function follow(
  item: StoredItem,
  account: Partial<KnownAccount>,
  options: { review?: Partial<StoredReview>; staff?: StaffMember[] } = {},
) {
  const { added, followedUp, refreshed } = followAccounts(
    { ...REVIEW, ...options.review },
    [item],
    [{ ...ACCOUNT, ...account }],
    staffOf(options.staff ?? STAFF),
    NOW,
  );
  const [next = item] = [...added, ...followedUp, ...refreshed];
  return { next, isAdded: added.length > 0, isDone: followedUp.length > 0 };
}

describe('followAccounts', () => {
  it.each([
    ['keep', { decision: 'keep' }],
    ['revoke', { decision: 'revoke' }],
    ['another role', { decision: 'change-role', gorgiasRole: 'lite-agent' }],
  ] as const)('has a new role judged anew after %s', (_, decision) => {
    const { next, isAdded } = follow(decided(decision), {
      gorgiasRole: 'admin',
    });
    expect(isAdded).toBe(true);
    expect(next).toMatchObject({
      decision: null,
      followUp: null,
      gorgiasRole: 'admin',
      addedBecause: 'role-changed',
      addedAt: NOW,
      reviewer: BOSS,
    });
  });

  it('sees what was asked for done', () => {
    const change = { decision: 'change-role', gorgiasRole: 'admin' } as const;
    for (const [item, account] of [
      [decided({ decision: 'revoke' }, OPEN), { state: 'gone' }],
      [decided({ decision: 'revoke' }, OPEN), { state: 'deactivated' }],
      [decided(change, OPEN), { gorgiasRole: 'admin' }],
      [decided(change, OPEN), { state: 'gone' }],
    ] as const) {
      const { next, isDone } = follow(item, account);
      expect(isDone).toBe(true);
      expect(next).toMatchObject({
        decision: item.decision,
        followUp: { status: 'done', doneAt: NOW },
      });
    }
  });

  it('has judged anew what was done and is so no longer', () => {
    const change = { decision: 'change-role', gorgiasRole: 'admin' } as const;
    expect(follow(decided(change, DONE), {}).next).toMatchObject({
      decision: null,
      addedBecause: 'role-changed',
    });
    expect(
      follow(decided(change, DONE), { gorgiasRole: 'admin' }).next,
    ).toEqual(decided(change, DONE));
    expect(
      follow(decided({ decision: 'revoke' }, DONE), {}).next,
    ).toMatchObject({ decision: null, addedBecause: 'appeared' });
  });

  it('changes nothing after the end but what is seen done', () => {
    const review = { status: 'signed-off' } as const;
    const left = { ...newItem(ACCOUNT, 'start', THEN), state: 'gone' as const };
    for (const [item, account] of [
      [decided({ decision: 'keep' }), { gorgiasRole: 'admin' }],
      [decided({ decision: 'keep' }), { state: 'gone' }],
      [decided({ decision: 'revoke' }, DONE), {}],
      [decided({ decision: 'revoke' }, OPEN), { gorgiasRole: 'admin' }],
      [left, {}],
    ] as const) {
      expect(follow(item, account, { review }).next).toEqual(item);
    }
    expect(
      follow(
        decided({ decision: 'revoke' }, OPEN),
        { state: 'gone' },
        { review },
      ).isDone,
    ).toBe(true);
  });

  it('asks somebody else when a reviewer leaves, or turns out to be the person', () => {
    const item = { ...newItem(ACCOUNT, 'start', THEN), reviewer: BOSS };
    const gone = person(BOSS, { state: 'offboarded' });
    expect(
      follow(item, {}, { staff: [STAFF[0], gone, STAFF[2]] }).next.reviewer,
    ).toBe(OWNER);
    expect(
      follow(item, { identity: { type: 'staff-member', staffRef: BOSS } }).next
        .reviewer,
    ).toBe(OWNER);
  });
});

describe('assignReviewer', () => {
  const NAMES = ['a', 'b', 'c', 'd'].map(one => `user:default/${one}`);
  const name = fc.constantFrom(...NAMES);
  const staff = fc.tuple(
    ...NAMES.map(entityRef =>
      fc
        .record({
          manager: fc.option(name),
          state: fc.constantFrom('current' as const, 'offboarded' as const),
          orgRoles: fc.subarray(['group:default/x', 'group:default/y']),
        })
        .map(of => person(entityRef, of)),
    ),
  );
  const rule = fc.oneof(
    fc.constant({ by: 'manager' as const }),
    fc.record({
      by: fc.constant('org-role' as const),
      orgRoles: fc.array(
        fc.record({
          orgRole: fc.constantFrom('group:default/x', 'group:default/y'),
          reviewer: name,
        }),
        { maxLength: 3 },
      ),
    }),
  );
  const identity = fc.oneof(
    name.map(staffRef => ({ type: 'staff-member' as const, staffRef })),
    name.map(owner => ({ type: 'service-account' as const, owner })),
    fc.constant({ type: 'unidentified' as const }),
  );

  it('never asks whose account it is, nor who has left, and always somebody who can be asked', () => {
    fc.assert(
      fc.property(staff, rule, name, identity, (all, reviewers, owner, who) => {
        const { current, members } = staffOf(all);
        const reviewer = assignReviewer(
          { identity: who },
          { reviewers, owner },
          current,
          members,
        );
        const own = 'staffRef' in who ? who.staffRef : undefined;
        const isRight =
          reviewer === null
            ? // Then not even the owner can be asked.
              !current.has(owner) || owner === own
            : reviewer !== own && current.has(reviewer);
        expect(isRight).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
