import fc from 'fast-check';
import { SharedReads } from './SharedReads';

describe('shared reads', () => {
  it('have everybody read what is newer than the question, one reading at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constant('a ask' as const),
            fc.constant('b ask' as const),
            fc.constant('end' as const),
            fc.constant('fail' as const),
          ),
          { minLength: 1, maxLength: 60 },
        ),
        async steps => {
          const reads = new SharedReads<number>();
          let time = 0;
          const underWay: Array<{ key: string; end(fails: boolean): void }> =
            [];
          const answers: Promise<void>[] = [];
          let readings = 0;

          const load = (key: string) => () => {
            expect(underWay.filter(each => each.key === key)).toEqual([]);
            readings += 1;
            const begunAt = (time += 1);
            return new Promise<number>((resolve, reject) => {
              underWay.push({
                key,
                end: fails =>
                  fails ? reject(new Error('away')) : resolve(begunAt),
              });
            });
          };
          const ask = (key: string) => {
            const askedAt = (time += 1);
            answers.push(
              reads.read(key, load(key)).then(
                begunAt => expect(begunAt).toBeGreaterThan(askedAt),
                error => expect(error.message).toBe('away'),
              ),
            );
          };
          const settle = () => new Promise(resolve => setImmediate(resolve));

          for (const step of steps) {
            if (step === 'end' || step === 'fail') {
              underWay.shift()?.end(step === 'fail');
              await settle();
            } else {
              ask(step[0]);
              if (time % 2) await settle();
            }
          }
          // The last that was asked for begins a moment later.
          await settle();
          while (underWay.length > 0) {
            underWay.shift()!.end(false);
            await settle();
          }
          await Promise.all(answers);
          expect(readings).toBeLessThanOrEqual(answers.length);
        },
      ),
    );
  });

  it('serve all who ask while one is under way by the next', async () => {
    const reads = new SharedReads<number>();
    const ends: Array<() => void> = [];
    const read = () =>
      reads.read(
        'system',
        () =>
          new Promise<number>(resolve => {
            const number = ends.length;
            ends.push(() => resolve(number));
          }),
      );
    const first = read();
    await Promise.resolve();
    const others = Array.from({ length: 50 }, read);
    ends[0]();
    expect(await first).toBe(0);
    await new Promise(resolve => setImmediate(resolve));
    ends[1]();
    expect(await Promise.all(others)).toEqual(Array(50).fill(1));
    expect(ends).toHaveLength(2);
  });
});
