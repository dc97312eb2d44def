import fc from 'fast-check';
import {
  REVOKED,
  reviewBody,
  reviewItem,
  SEEN_DONE,
  SIGNED_OFF,
} from './__testUtils__/makeReview';
import { LedgerEntry } from './entry';
import { ReviewReplay } from './ReviewReplay';
import { ReviewEntryBody, ReviewItemRecord, ReviewRecord } from './reviews';

const AT = '2026-12-03T12:00:00.000Z';

function replayOf(
  bodies: ReviewEntryBody[],
  begin = 'population-snapshot',
): ReviewReplay {
  const replay = new ReviewReplay();
  const entry = (sequence: number, kind: string, body: unknown) =>
    ({ sequence, kind, body } as LedgerEntry);
  replay.add(entry(1, begin, {}));
  bodies.forEach((body, index) => replay.add(entry(index + 2, 'review', body)));
  return replay;
}

/** A review as the backend would go about it, in the simplest way. */
class Model {
  readonly bodies: ReviewEntryBody[] = [];
  review: Partial<ReviewRecord> = {};
  items: ReviewItemRecord[] = [];

  constructor(accountIds: string[]) {
    this.items = accountIds.map(id => reviewItem(id));
    this.enter('started', this.items);
  }

  get isOpen() {
    return this.review.status === undefined;
  }

  /** In entries of one account each, as they would be of 200. */
  enter(event: ReviewEntryBody['event'], items: ReviewItemRecord[]): void {
    const parts = items.length > 0 ? items.map(item => [item]) : [[]];
    parts.forEach(part =>
      this.bodies.push(reviewBody(event, part, this.review)),
    );
  }

  change(
    event: ReviewEntryBody['event'],
    accountId: string,
    more: Partial<ReviewItemRecord>,
  ): void {
    const before = this.items.find(item => item.accountId === accountId);
    const after = { ...(before ?? reviewItem(accountId)), ...more };
    this.items = [...this.items.filter(item => item !== before), after];
    this.enter(event, [after]);
  }

  do(action: string, accountId: string): void {
    const item = this.items.find(known => known.accountId === accountId);
    if (item?.followUp?.status === 'open' && action === 'follow') {
      this.change('followed-up', accountId, SEEN_DONE);
    }
    if (!this.isOpen) {
      return;
    }
    if (action === 'add') {
      this.change('added', accountId, { decision: null, followUp: null });
    } else if (action === 'extend') {
      this.review = { dueAt: `2026-12-2${accountId}T09:00:00.000Z` };
      this.enter('extended', []);
    } else if (action === 'repeat') {
      this.enter('snapshot', this.items);
    } else if (action === 'cancel') {
      const cancellation = { by: 'user:default/ivy', at: AT, reason: 'No' };
      this.review = { ...this.review, status: 'cancelled', cancellation };
      this.enter('cancelled', []);
    } else if (action === 'sign off') {
      this.review = { ...this.review, ...SIGNED_OFF };
      this.enter('signed-off', this.items);
    } else if (item && action === 'decide') {
      this.change('decided', accountId, REVOKED);
    } else if (item && action === 'give back') {
      this.change('given-back', accountId, {
        decision: null,
        followUp: null,
        reviewer: null,
      });
    } else if (item?.decision === null && action === 'delegate') {
      this.change('delegated', accountId, { reviewer: 'user:default/sam' });
    } else if (item?.decision === null && action === 'refresh') {
      // The ledger need not tell that an undecided account has another name.
      item.name = 'Another';
      this.enter('snapshot', this.items);
    }
  }

  get result() {
    const byId = (a: ReviewItemRecord, b: ReviewItemRecord) =>
      a.accountId < b.accountId ? -1 : 1;
    const { review } = reviewBody('snapshot', [], this.review);
    return [{ ...review, items: [...this.items].sort(byId) }];
  }
}

const ACTIONS = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('decide', 'add', 'follow') },
      {
        weight: 4,
        arbitrary: fc.constantFrom('give back', 'delegate', 'refresh'),
      },
      { weight: 2, arbitrary: fc.constantFrom('extend', 'repeat') },
      { weight: 1, arbitrary: fc.constantFrom('sign off', 'cancel') },
    ),
    fc.constantFrom('1', '2', '3', '4'),
  ),
  { maxLength: 40 },
);

function modelOf(actions: Array<[string, string]>): Model {
  const model = new Model(['1', '2', '3']);
  actions.forEach(([action, accountId]) => model.do(action, accountId));
  return model;
}

describe('ReviewReplay', () => {
  it('comes to what happened, whatever happened', () => {
    fc.assert(
      fc.property(ACTIONS, actions => {
        const model = modelOf(actions);
        const replay = replayOf(model.bodies);
        expect(replay.problems()).toEqual([]);
        expect(replay.since('2026')).toEqual(model.result);
      }),
    );
  });

  it('refuses whatever decides after the end, names the entry and leaves what was decided', () => {
    const deciding = fc.constantFrom<ReviewEntryBody['event'][]>(
      'added',
      'decided',
      'given-back',
      'delegated',
      'extended',
      'snapshot',
      'signed-off',
      'followed-up',
      'cancelled',
      'started',
    );
    fc.assert(
      fc.property(ACTIONS, deciding, (actions, event) => {
        const model = modelOf([...actions, ['sign off', '1']]);
        const [{ items, ...review }] = model.result;
        const decision = { ...REVOKED.decision!, decision: 'keep' };
        const forged = { event, by: null, comment: null, review };
        const replay = replayOf([
          ...model.bodies,
          { ...forged, items: [{ ...items[0], decision }] },
        ]);
        expect(replay.problems()).toEqual([
          {
            sequence: model.bodies.length + 2,
            reason: expect.stringContaining('the access review r1'),
          },
        ]);
        expect(replay.since('2026')).toEqual(model.result);
      }),
    );
  });

  const started = reviewBody('started', [reviewItem('1'), reviewItem('2')]);
  const decided = reviewBody('decided', [reviewItem('1', REVOKED)]);

  it.each<[string, ReviewEntryBody[], number, RegExp]>([
    [
      'a sign-off that has another decision',
      [reviewBody('signed-off', [reviewItem('1')], SIGNED_OFF)],
      4,
      /has other decisions/,
    ],
    [
      'a sign-off that leaves out an account',
      [reviewBody('signed-off', [reviewItem('1', REVOKED)], SIGNED_OFF)],
      4,
      /without 1 of its accounts/,
    ],
    [
      'a sign-off of an account that nobody was asked about',
      [
        reviewBody(
          'signed-off',
          [reviewItem('1', REVOKED), reviewItem('2'), reviewItem('3')],
          SIGNED_OFF,
        ),
      ],
      4,
      /were not in the access review/,
    ],
    [
      'a snapshot that has another decision',
      [reviewBody('snapshot', [reviewItem('1')])],
      4,
      /has other decisions/,
    ],
    [
      'a follow-up that renames the account',
      [
        reviewBody('followed-up', [
          reviewItem('1', { ...REVOKED, ...SEEN_DONE, name: 'Else' }),
        ]),
      ],
      4,
      /changes more/,
    ],
    [
      'a review that ends without anybody ending it',
      [reviewBody('extended', [], SIGNED_OFF)],
      4,
      /does not come of its being extended/,
    ],
    [
      'a review that nobody began',
      [reviewBody('decided', [], { id: 'r2' })],
      4,
      /beginning is not there/,
    ],
  ])('finds %s', (_, more, sequence, reason) => {
    expect(replayOf([started, decided, ...more]).problems()).toEqual([
      { sequence, reason: expect.stringMatching(reason) },
    ]);
  });

  it('begins with a snapshot of the population, before which parts of entries may be missing', () => {
    const replay = replayOf([decided], 'connection');
    expect(replay.problems()).toEqual([]);
    expect(replay.since('2026')).toEqual([]);
  });

  it('leaves out what ended before the period, and what became of it later', () => {
    const replay = replayOf([
      reviewBody('followed-up', [reviewItem('1')], { id: 'r0' }),
      started,
      reviewBody('signed-off', started.items, SIGNED_OFF),
    ]);
    expect(replay.problems()).toEqual([]);
    expect(replay.since('2026-12-03T09:50:00.000Z')).toHaveLength(1);
    expect(replay.since('2026-12-03T09:50:00.001Z')).toEqual([]);
  });
});
