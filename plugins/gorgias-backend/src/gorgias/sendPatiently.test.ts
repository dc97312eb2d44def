import fc from 'fast-check';
import { testPatience } from '../__testUtils__/clock';
import { GorgiasError } from './errors';
import { GorgiasAnswer } from './http';
import { sendPatiently } from './sendPatiently';

type Outcome = number | Error | { status: number; headers: object };

/** Answers in turn by these; the last one stays. */
function answerBy(...outcomes: Outcome[]) {
  return jest.fn(async (): Promise<GorgiasAnswer> => {
    const outcome = outcomes.length > 1 ? outcomes.shift()! : outcomes[0];
    if (outcome instanceof Error) {
      throw outcome;
    }
    const { status, headers } =
      typeof outcome === 'number' ? { status: outcome, headers: {} } : outcome;
    return { status, headers: new Headers({ ...headers }), body: {} };
  });
}
const noAnswer = new GorgiasError('unreachable', 'could not be reached');
const tooMany = (retryAfter?: string) => ({
  status: 429,
  headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter },
});

describe('sendPatiently', () => {
  it.each<{ name: string; outcomes: Outcome[]; waits: number[] }>([
    { name: 'at once', outcomes: [200], waits: [] },
    { name: 'after a server error', outcomes: [500, 200], waits: [500] },
    {
      name: 'after ever longer waits',
      outcomes: [503, noAnswer, 502, 504, 500, 200],
      waits: [500, 1000, 2000, 4000, 8000],
    },
    { name: 'after no answer', outcomes: [noAnswer, 200], waits: [500] },
    {
      name: 'after as long as Gorgias asks for',
      outcomes: [tooMany('7'), 200],
      waits: [7050],
    },
    {
      name: 'after a fraction of a second, rounded up',
      outcomes: [tooMany('0.2'), 200],
      waits: [1050],
    },
    {
      name: 'after a minute where Gorgias asks for more',
      outcomes: [tooMany('86400'), 200],
      waits: [60_000],
    },
    {
      name: 'after a wait of its own where Gorgias asks for none',
      outcomes: [tooMany(), tooMany('0'), tooMany('-3'), 200],
      waits: [500, 1000, 2000],
    },
    {
      name: 'after a wait of its own where Gorgias asks in another way',
      outcomes: [tooMany('Wed, 21 Oct 2026 07:28:00 GMT'), tooMany(''), 200],
      waits: [500, 1000],
    },
    {
      name: 'after as long as an overloaded server asks for',
      outcomes: [{ ...tooMany('3'), status: 503 }, 200],
      waits: [3050],
    },
    {
      name: 'at once, whatever a success asks for',
      outcomes: [{ ...tooMany('30'), status: 200 }],
      waits: [],
    },
  ])('has an answer $name', async ({ outcomes, waits }) => {
    const tries = outcomes.length;
    const onRetry = jest.fn();
    const patience = testPatience({ onRetry });
    const send = answerBy(...outcomes);
    expect(await sendPatiently(send, patience)).toMatchObject({
      status: 200,
      gaveUp: '',
    });
    expect(send).toHaveBeenCalledTimes(tries);
    expect(onRetry).toHaveBeenCalledTimes(tries - 1);
    expect(patience.clock.waits).toEqual(waits);
  });

  it.each([200, 204, 301, 400, 401, 403, 404, 409, 422])(
    'takes %d for an answer, since another try would not help',
    async status => {
      const send = answerBy(status);
      expect(await sendPatiently(send, testPatience())).toMatchObject({
        status,
        gaveUp: '',
      });
      expect(send).toHaveBeenCalledTimes(1);
    },
  );

  it.each([
    new GorgiasError('bad-answer', 'a redirect'),
    new GorgiasError('grant-revoked', 'a grant'),
    new GorgiasError('unauthorized', 'a key'),
    new Error('The connection was disconnected'),
  ])('throws at once what does not pass: %s', async error => {
    const send = answerBy(error);
    await expect(sendPatiently(send, testPatience())).rejects.toBe(error);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('gives up after six tries, with the last answer or error', async () => {
    const answers = answerBy(500, 500, 500, 500, 500, 503);
    expect(await sendPatiently(answers, testPatience())).toMatchObject({
      status: 503,
      gaveUp: ' Gave up after 6 tries.',
    });
    expect(answers).toHaveBeenCalledTimes(6);

    const errors = answerBy(500, noAnswer);
    await expect(sendPatiently(errors, testPatience())).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'could not be reached Gave up after 6 tries.',
      cause: noAnswer,
    });
    expect(errors).toHaveBeenCalledTimes(6);
  });

  it('does not say that it gave up what another try would not help', async () => {
    const refused = new GorgiasError('grant-revoked', 'a grant');
    await expect(
      sendPatiently(answerBy(500, refused), testPatience()),
    ).rejects.toBe(refused);
    expect(
      await sendPatiently(answerBy(500, 403), testPatience()),
    ).toMatchObject({ status: 403, gaveUp: '' });
  });

  it('begins no try after the deadline, and does not wait for it in vain', async () => {
    const patience = testPatience();
    patience.giveUpAt = new Date(patience.clock.now().getTime() + 2_000);
    expect(await sendPatiently(answerBy(500), patience)).toMatchObject({
      status: 500,
      gaveUp: ' Gave up after 3 tries.',
    });
    expect(patience.clock.waits).toEqual([500, 1000]);

    const asked = testPatience();
    asked.giveUpAt = new Date(asked.clock.now().getTime() + 7_000);
    expect(await sendPatiently(answerBy(tooMany('7')), asked)).toMatchObject({
      status: 429,
      gaveUp: '',
    });
    expect(asked.clock.waits).toEqual([]);
  });

  it('says so when there is no room for a single try in time', async () => {
    const patience = testPatience();
    patience.giveUpAt = patience.clock.now();
    patience.budget.block(1_000);
    const send = answerBy(200);
    await expect(sendPatiently(send, patience)).rejects.toMatchObject({
      kind: 'rate-limited',
    });
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    { status: 429, others: 'wait too, since the limit is theirs', sent: 0 },
    { status: 503, others: 'do not wait', sent: 1 },
  ])('for $status, others $others', async ({ status, sent }) => {
    const patience = testPatience();
    const others = answerBy(200);
    jest.spyOn(patience.clock, 'sleep').mockImplementationOnce(async () => {
      const impatience = { ...patience, giveUpAt: patience.clock.now() };
      await sendPatiently(others, impatience).catch(() => undefined);
    });
    await sendPatiently(answerBy({ ...tooMany('10'), status }, 200), patience);
    expect(others).toHaveBeenCalledTimes(sent);
  });

  it('ends when it is told to, while it waits and before it begins', async () => {
    const controller = new AbortController();
    const patience = testPatience({
      signal: controller.signal,
      onRetry: () => controller.abort(new Error('the task ended')),
    });
    const send = answerBy(500);
    await expect(sendPatiently(send, patience)).rejects.toThrow(
      'the task ended',
    );
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('waits by chance, between half of a wait that doubles and all of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          {
            minLength: 5,
            maxLength: 5,
          },
        ),
        fc.option(fc.integer({ min: 1, max: 90 })),
        async (chances, retryAfter) => {
          const chance = [...chances];
          const patience = testPatience({ random: () => chance.shift()! });
          await sendPatiently(
            answerBy(retryAfter ? tooMany(String(retryAfter)) : 500),
            patience,
          );
          patience.clock.waits.forEach((wait, index) => {
            const full = 1000 * 2 ** index;
            const [least, most] = retryAfter
              ? [full / 20, full / 10].map(more =>
                  Math.min(60_000, retryAfter * 1000 + more),
                )
              : [full / 2, full];
            expect(wait).toBeGreaterThanOrEqual(least);
            expect(wait).toBeLessThanOrEqual(most + 1);
          });
          expect(patience.clock.waits).toHaveLength(5);
        },
      ),
      { numRuns: 50 },
    );
  });
});
