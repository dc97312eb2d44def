import { CHECK_IDS } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { OpenVerdict } from '../checks/VerdictStore';
import { tellingOf } from './digests';
import { dutiesOf, Duty, SystemDuties, URGENCY } from './duties';

const OWNER = 'group:default/support';
const PEOPLE = ['user:default/ada', 'user:default/ben', 'user:default/cleo'];
const LEAVER = PEOPLE[2];
const INTERVAL_SECONDS = 3600;
const BEGIN = Date.parse('2026-11-24T09:00:00Z');

const keyOf = (duty: Duty) => JSON.stringify(duty);

/** How everything stands when somebody looks, and how many seconds after the last look. */
const lookArbitrary = fc.record({
  seconds: fc.nat(2 * INTERVAL_SECONDS),
  owner: fc.constantFrom(OWNER, null),
  connection: fc.constantFrom(
    undefined,
    { id: 'c-1', state: 'connected' as const },
    { id: 'c-1', state: 'needs-reconnect' as const },
  ),
  isHeld: fc.boolean(),
  hasFacts: fc.boolean(),
  verdicts: fc.uniqueArray(
    fc.record<OpenVerdict>({
      checkId: fc.constantFrom(...CHECK_IDS),
      accountId: fc.constantFrom('1', '2', '3'),
      status: fc.constantFrom('failing', 'unknown'),
      owner: fc.constantFrom(null, OWNER, ...PEOPLE),
    }),
    { selector: ({ checkId, accountId }) => `${checkId}/${accountId}` },
  ),
  requestedExceptions: fc.uniqueArray(fc.constantFrom('e-1', 'e-2')),
});

type Look = typeof lookArbitrary extends fc.Arbitrary<infer T> ? T : never;

const dutiesAt = (look: Look): SystemDuties =>
  dutiesOf({ ...look, leavers: new Set([LEAVER]) });

/** Tells, look by look, as the task does; hands out what was told and remembered at each. */
function tell(
  looks: readonly Look[],
  onLook: (step: {
    duties: SystemDuties;
    news: Duty[];
    told: readonly Duty[];
    recipients: string[];
    wasToldAt: ReadonlyMap<string, string>;
    now: string;
  }) => void,
) {
  let told: Duty[] = [];
  const wasToldAt = new Map<string, string>();
  let time = BEGIN;
  for (const look of looks) {
    time += look.seconds * 1000;
    const now = new Date(time).toISOString();
    const duties = dutiesAt(look);
    const { digests, solved } = tellingOf(duties, told, wasToldAt, {
      now,
      intervalSeconds: INTERVAL_SECONDS,
    });
    const news = digests.flatMap(digest => digest.news);
    told = [...told.filter(duty => !solved.includes(duty)), ...news];
    const recipients = digests.map(({ recipient }) => recipient);
    onLook({ duties, news, told, recipients, wasToldAt, now });
    recipients.forEach(recipient => wasToldAt.set(recipient, now));
  }
}

const historyArbitrary = fc.array(lookArbitrary, { maxLength: 12 });

describe('what is told', () => {
  it('is never told twice, unless it was seen solved in between', () => {
    fc.assert(
      fc.property(historyArbitrary, looks => {
        const standing = new Set<string>();
        tell(looks, ({ duties, news }) => {
          const open = new Set(duties.open.map(keyOf));
          for (const key of standing) {
            if (!open.has(key) && !duties.isUnsure(JSON.parse(key))) {
              standing.delete(key);
            }
          }
          for (const key of news.map(keyOf)) {
            expect(standing).not.toContain(key);
            standing.add(key);
          }
        });
      }),
    );
  });

  it('is all there is to do, as soon as the interval is over', () => {
    fc.assert(
      fc.property(historyArbitrary, looks => {
        tell(looks, ({ duties, told, wasToldAt, now }) => {
          const known = new Set(told.map(keyOf));
          const untold = duties.open.filter(duty => !known.has(keyOf(duty)));
          for (const { recipient, kind } of untold) {
            const toldAt = wasToldAt.get(recipient)!;
            expect(URGENCY[kind]).not.toBe('critical');
            expect(Date.parse(now) - Date.parse(toldAt)).toBeLessThan(
              INTERVAL_SECONDS * 1000,
            );
          }
        });
      }),
    );
  });

  it('goes to nobody more often than the interval, but for what is critical', () => {
    fc.assert(
      fc.property(historyArbitrary, looks => {
        tell(looks, ({ news, recipients, wasToldAt, now }) => {
          expect(new Set(recipients).size).toBe(recipients.length);
          for (const recipient of recipients) {
            const toldAt = wasToldAt.get(recipient);
            const isUrgent = news.some(
              duty =>
                duty.recipient === recipient &&
                URGENCY[duty.kind] === 'critical',
            );
            expect(
              isUrgent ||
                toldAt === undefined ||
                Date.parse(now) - Date.parse(toldAt) >= INTERVAL_SECONDS * 1000,
            ).toBe(true);
          }
        });
      }),
    );
  });

  it('counts everything open, as new or as told before', () => {
    fc.assert(
      fc.property(lookArbitrary, fc.func(fc.boolean()), (look, wasTold) => {
        const duties = dutiesAt(look);
        const told = duties.open.filter(duty => wasTold(keyOf(duty)));
        const { digests } = tellingOf(duties, told, new Map(), {
          now: new Date(BEGIN).toISOString(),
          intervalSeconds: INTERVAL_SECONDS,
        });
        for (const { recipient, news, earlier } of digests) {
          expect(news.length + earlier).toBe(
            duties.open.filter(duty => duty.recipient === recipient).length,
          );
        }
      }),
    );
  });
});

describe('what is to be done', () => {
  it('is every failing verdict with an owner who is here, and no other', () => {
    fc.assert(
      fc.property(lookArbitrary, look => {
        const open = new Set(dutiesAt(look).open.map(keyOf));
        for (const { checkId, accountId, status, owner } of look.verdicts) {
          const isKnown =
            look.hasFacts || checkId === 'access-control-configured';
          expect(
            open.has(
              keyOf({
                recipient: owner ?? '',
                kind: checkId,
                subject: accountId,
              }),
            ),
          ).toBe(
            status === 'failing' &&
              isKnown &&
              owner !== null &&
              owner !== LEAVER,
          );
        }
      }),
    );
  });

  it('is for the owner what only a person can decide', () => {
    expect(
      dutiesAt({
        seconds: 0,
        owner: OWNER,
        connection: { id: 'c-1', state: 'needs-reconnect' },
        isHeld: true,
        hasFacts: false,
        verdicts: [],
        requestedExceptions: ['e-1'],
      }).open,
    ).toEqual([
      { recipient: OWNER, kind: 'decide-exceptions', subject: 'e-1' },
      { recipient: OWNER, kind: 'reconnect', subject: 'c-1' },
      { recipient: OWNER, kind: 'review-held-run', subject: 'c-1' },
    ]);
  });
});
