import { ResponseError } from '@backstage/errors';
import { untilFound } from './patience';

const PATIENCE = { milliseconds: 50, everyMilliseconds: 10 };

const answer = (status: number) =>
  ResponseError.fromResponse(
    new Response(JSON.stringify({ error: { message: `It is ${status}` } }), {
      status,
      headers: { 'content-type': 'application/json' },
    }) as any,
  );

describe('untilFound', () => {
  it('asks again while there is nothing, and says so once', async () => {
    const notFound = await answer(404);
    const ask = jest
      .fn()
      .mockRejectedValueOnce(notFound)
      .mockRejectedValueOnce(notFound)
      .mockResolvedValue('found');
    const onWait = jest.fn();
    expect(await untilFound(ask, { patience: PATIENCE, onWait })).toBe('found');
    expect(onWait).toHaveBeenCalledTimes(1);
  });

  it('gives up in the end, with the last answer', async () => {
    const notFound = await answer(404);
    const ask = jest.fn().mockRejectedValue(notFound);
    await expect(
      untilFound(ask, { patience: PATIENCE, onWait: () => {} }),
    ).rejects.toBe(notFound);
    expect(ask.mock.calls.length).toBeGreaterThan(2);
  });

  it.each([403, 500])('does not ask again after %s', async status => {
    const error = await answer(status);
    const ask = jest.fn().mockRejectedValue(error);
    await expect(
      untilFound(ask, { patience: PATIENCE, onWait: () => {} }),
    ).rejects.toBe(error);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('stops waiting when the task is cancelled', async () => {
    const abort = new AbortController();
    const notFound = await answer(404);
    await expect(
      untilFound(jest.fn().mockRejectedValue(notFound), {
        patience: { milliseconds: 60_000, everyMilliseconds: 60_000 },
        signal: abort.signal,
        onWait: () => setImmediate(() => abort.abort()),
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
