import fc from 'fast-check';
import {
  createVirtualClock,
  VirtualClock,
} from '../__testUtils__/virtualClock';
import { RateBudget } from './RateBudget';
import { RateBudgets } from './RateBudgets';

const told = (text: string) =>
  new Headers({ 'X-Gorgias-Account-Api-Call-Limit': text });

/** Gorgias' side: fills by requests, as long as there is room, and leaks within 20 seconds. */
class Bucket {
  highest = 0;
  level = 0;
  #asOf: number;
  readonly #clock: VirtualClock;
  readonly #limit: number;

  constructor(clock: VirtualClock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
    this.#asOf = clock.now().getTime();
  }

  /** Takes in one request; tells the level as Gorgias does. */
  add(): number {
    const now = this.#clock.now().getTime();
    const leaked = ((now - this.#asOf) / 1000) * (this.#limit / 20);
    this.level = Math.max(0, this.level - leaked);
    if (this.level + 1 <= this.#limit) {
      this.level += 1;
    }
    this.#asOf = now;
    this.highest = Math.max(this.highest, this.level);
    return Math.ceil(this.level);
  }
}

describe('RateBudget', () => {
  let clock: VirtualClock;
  let budget: RateBudget;
  beforeEach(() => {
    clock = createVirtualClock();
    budget = new RateBudget(clock, 80);
  });

  const inSeconds = (seconds: number) =>
    new Date(clock.now().getTime() + seconds * 1000);
  /** How many can be sent before one has to wait; the answers tell nothing. */
  const room = async () => {
    for (let count = 0; ; count += 1) {
      const learn = await budget.take(inSeconds(0)).catch(() => undefined);
      if (!learn) {
        return count;
      }
      learn();
    }
  };

  it('leaves a quarter of the limit to others', async () => {
    expect(await room()).toBe(60);
    expect(budget.used).toBe(0.75);
  });

  it('goes on as the bucket leaks, within 20 seconds', async () => {
    await room();
    await clock.run(1000);
    expect(await room()).toBe(4);
    await clock.run(20_000);
    expect(budget.used).toBe(0);
    expect(await room()).toBe(60);
  });

  it('has what others use in mind, as Gorgias tells it', async () => {
    const learn = await budget.take(inSeconds(0));
    learn(told('50/80'));
    expect(budget.used).toBe(50 / 80);
    expect(await room()).toBe(10);
  });

  it('counts what is under way, which Gorgias may not have counted', async () => {
    const first = await budget.take(inSeconds(0));
    await budget.take(inSeconds(0));
    await budget.take(inSeconds(0));
    first(told('40/80'));
    expect(await room()).toBe(60 - 42);
  });

  it('counts what was under way when one was sent that is answered first', async () => {
    const earlier = await budget.take(inSeconds(0));
    const later = await budget.take(inSeconds(0));
    earlier();
    // Gorgias may have told this before the earlier one arrived.
    later(told('40/80'));
    expect(await room()).toBe(60 - 41);
  });

  it('does not take for leaked what has not arrived', async () => {
    const underWay = [];
    for (let count = 0; count < 50; count += 1) {
      underWay.push(await budget.take(inSeconds(0)));
    }
    await clock.run(30_000);
    expect(budget.used).toBe(50 / 80);
    expect(await room()).toBe(10);
    underWay.forEach(learn => learn());
    await clock.run(20_000);
    expect(budget.used).toBe(0);
  });

  it('does not forget what was sent and answered while one answer took long', async () => {
    const slow = await budget.take(inSeconds(0));
    for (let used = 2; used <= 50; used += 1) {
      const learn = await budget.take(inSeconds(0));
      learn(told(`${used}/80`));
    }
    slow(told('1/80'));
    expect(await room()).toBe(10);
  });

  it('takes the limit that Gorgias tells for the limit', async () => {
    const learn = await budget.take(inSeconds(0));
    learn(told('1/40'));
    expect(await room()).toBe(29);
    await clock.run(1000);
    expect(await room()).toBe(2);
  });

  it.each([
    { header: '' },
    { header: 'many' },
    { header: '5' },
    { header: '5/0' },
    { header: '-5/80' },
    { header: '5/80/80' },
  ])('does without what it can not read: "$header"', async ({ header }) => {
    const learn = await budget.take(inSeconds(0));
    learn(told(header));
    expect(await room()).toBe(59);
  });

  it('keeps counting what had no answer', async () => {
    const learn = await budget.take(inSeconds(0));
    learn();
    expect(await room()).toBe(59);
  });

  it('sends nothing for as long as Gorgias asked, a minute at most', async () => {
    budget.block(5_000);
    expect(await room()).toBe(0);
    await clock.run(4_999);
    expect(await room()).toBe(0);
    await clock.run(1);
    expect(await room()).toBe(60);

    budget.block(10_000);
    budget.block(1_000);
    await clock.run(9_999);
    expect(await room()).toBe(0);
    budget.block(24 * 60 * 60 * 1000);
    await clock.run(60_000);
    expect(await room()).toBe(60);
  });

  it('gives up at once when there will be no room in time', async () => {
    await room();
    const before = clock.now();
    await expect(budget.take(inSeconds(0.2))).rejects.toMatchObject({
      name: 'GorgiasError',
      kind: 'rate-limited',
      message: expect.stringContaining('there was no room in time'),
    });
    expect(clock.now()).toEqual(before);
    const taken = budget.take(inSeconds(0.25));
    await clock.run();
    await expect(taken).resolves.toBeInstanceOf(Function);
  });

  it('waits no longer than the signal lets it', async () => {
    await room();
    const controller = new AbortController();
    const taken = budget.take(inSeconds(60), controller.signal);
    taken.catch(() => undefined);
    controller.abort(new Error('the task ended'));
    await expect(taken).rejects.toThrow('the task ended');
  });

  /** Mostly short, and now and then as long as is waited for at all. */
  const latency = fc.oneof(
    { weight: 5, arbitrary: fc.nat(50) },
    { weight: 1, arbitrary: fc.nat(30_000) },
  );

  it('never fills more than three quarters of the bucket, however many ask at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          limit: fc.constantFrom(40, 80, 160),
          assumed: fc.constantFrom(40, 80),
          clients: fc.array(
            fc.record({
              requests: fc.integer({ min: 1, max: 60 }),
              pause: fc.constantFrom(0, 0, 500),
              there: fc.array(latency, { minLength: 1, maxLength: 9 }),
              back: fc.array(latency, { minLength: 1, maxLength: 9 }),
              lost: fc.constantFrom(2, 7, Infinity),
            }),
            { minLength: 1, maxLength: 25, size: 'max' },
          ),
        }),
        async ({ limit, assumed, clients }) => {
          fc.pre(assumed <= limit);
          const time = createVirtualClock();
          const shared = new RateBudget(time, assumed);
          const bucket = new Bucket(time, limit);
          const work = clients.map(async client => {
            for (let n = 0; n < client.requests; n += 1) {
              const learn = await shared.take(new Date(8.64e15));
              await time.sleep(client.there[n % client.there.length]);
              const used = bucket.add();
              await time.sleep(client.back[n % client.back.length]);
              learn(
                (n + 1) % client.lost === 0
                  ? undefined
                  : told(`${used}/${limit}`),
              );
              await time.sleep(client.pause);
            }
          });
          await time.run();
          await Promise.all(work);
          expect(bucket.highest).toBeLessThanOrEqual(0.75 * limit + 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads as fast as its share allows where nobody else does', async () => {
    const bucket = new Bucket(clock, 80);
    const begun = clock.now().getTime();
    const work = (async () => {
      for (let n = 0; n < 600; n += 1) {
        const learn = await budget.take(inSeconds(3600));
        learn(told(`${bucket.add()}/80`));
      }
    })();
    await clock.run();
    await work;
    // 60 at once, then four a second.
    const seconds = (clock.now().getTime() - begun) / 1000;
    expect(seconds).toBeGreaterThan(130);
    expect(seconds).toBeLessThan(180);
  });

  it('lets go when others fill the bucket, and comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 80 }), {
          minLength: 1,
          maxLength: 20,
        }),
        async bursts => {
          const time = createVirtualClock();
          const own = new RateBudget(time, 80);
          const bucket = new Bucket(time, 80);
          let sent = 0;
          const send = async () => {
            const taken = own.take(new Date(time.now().getTime() + 60_000));
            await time.run();
            const learn = await taken;
            sent += 1;
            learn(told(`${bucket.add()}/80`));
          };
          for (const burst of bursts) {
            for (let n = 0; n < burst; n += 1) {
              bucket.add();
            }
            // The first learns of what others did; what follows keeps to it.
            await send();
            await send();
            expect(bucket.level).toBeLessThanOrEqual(60 + 1e-6);
            await send();
            expect(bucket.level).toBeLessThanOrEqual(60 + 1e-6);
          }
          expect(sent).toBe(3 * bursts.length);
        },
      ),
    );
  });
});

describe('RateBudgets', () => {
  it('has one budget an account and way to connect', () => {
    const budgets = new RateBudgets(createVirtualClock());
    const acme = budgets.of('acme', 'oauth');
    expect(budgets.of('acme', 'oauth')).toBe(acme);
    expect(budgets.of('acme', 'api-key')).not.toBe(acme);
    expect(budgets.of('globex', 'oauth')).not.toBe(acme);
  });

  it('takes the documented limits for granted, and tells what is in use', async () => {
    const clock = createVirtualClock();
    const budgets = new RateBudgets(clock);
    for (let n = 0; n < 20; n += 1) {
      await budgets.of('acme', 'oauth').take(clock.now());
      await budgets.of('acme', 'api-key').take(clock.now());
    }
    expect([...budgets.used()]).toEqual([
      { subdomain: 'acme', method: 'oauth', used: 0.25 },
      { subdomain: 'acme', method: 'api-key', used: 0.5 },
    ]);
  });
});
