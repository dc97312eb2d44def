import { TestApiProvider } from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../api';
import { FakeGorgias } from '../__testUtils__/FakeGorgias';
import {
  GORGIAS_REF,
  syncRun,
  syncState,
  systemSummary,
} from '../__testUtils__/fixtures';
import { responseError } from '../__testUtils__/responseError';
import { useSystemSummary } from './useSystemSummary';

describe('useSystemSummary', () => {
  let backend: FakeGorgias;
  let getSystem: jest.SpyInstance;

  beforeEach(() => {
    jest.useFakeTimers();
    backend = new FakeGorgias();
    getSystem = jest.spyOn(backend, 'getSystem');
  });

  afterEach(() => jest.useRealTimers());

  async function render(signals?: SignalApi) {
    const hook = renderHook(() => useSystemSummary(GORGIAS_REF), {
      wrapper: ({ children }) => (
        <TestApiProvider
          apis={[
            [gorgiasApiRef, backend],
            ...(signals ? [[signalApiRef, signals] as const] : []),
          ]}
        >
          {children}
        </TestApiProvider>
      ),
    });
    await act(() => jest.advanceTimersByTimeAsync(0));
    return hook;
  }

  const pass = (seconds: number) =>
    act(() => jest.advanceTimersByTimeAsync(seconds * 1_000));

  it('reads every ten seconds', async () => {
    await render();
    expect(getSystem).toHaveBeenCalledTimes(1);
    await pass(9);
    expect(getSystem).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(getSystem).toHaveBeenCalledTimes(2);
  });

  it('reads every two seconds while a sync is running', async () => {
    backend.change({
      sync: syncState({ current: syncRun({ outcome: 'running' }) }),
    });
    await render();
    await pass(4);
    expect(getSystem).toHaveBeenCalledTimes(3);

    backend.change({ sync: syncState() });
    await pass(2);
    expect(getSystem).toHaveBeenCalledTimes(4);
    await pass(8);
    expect(getSystem).toHaveBeenCalledTimes(4);
  });

  it('keeps what it has when a later reading fails, and gets over it', async () => {
    const { result } = await render();
    getSystem.mockRejectedValueOnce(new Error('No answer'));
    await pass(10);
    expect(result.current.summary?.title).toBe('Gorgias');
    expect(result.current.error?.message).toBe('No answer');

    await pass(10);
    expect(result.current.error).toBeUndefined();
  });

  it('does not ask again whoever may not see it', async () => {
    getSystem.mockRejectedValue(
      await responseError(403, 'NotAllowedError', 'Not for you'),
    );
    const { result } = await render();
    await pass(60);
    act(() => {
      window.dispatchEvent(new Event('focus'));
    });
    expect(getSystem).toHaveBeenCalledTimes(1);
    expect(result.current.error).toBeDefined();
  });

  it('drops an answer that a newer one has overtaken', async () => {
    const { result } = await render();
    let answerLate: (summary: SystemSummary) => void = () => {};
    getSystem.mockReturnValueOnce(
      new Promise(resolve => {
        answerLate = resolve;
      }),
    );
    act(() => {
      result.current.refresh();
    });
    backend.change({ title: 'New' });
    await act(() => result.current.refresh());
    await act(async () => answerLate(systemSummary({ title: 'Old' })));

    expect(result.current.summary?.title).toBe('New');
  });

  it('waits for a slow backend instead of asking it again', async () => {
    getSystem.mockReturnValue(new Promise(() => {}));
    await render();
    await pass(30);
    expect(getSystem).toHaveBeenCalledTimes(1);
  });

  it('stops when it is unmounted', async () => {
    const { unmount } = await render();
    unmount();
    window.dispatchEvent(new Event('focus'));
    await pass(30);
    expect(getSystem).toHaveBeenCalledTimes(1);
  });

  describe('with signals', () => {
    let channel: string;
    let publish: () => void;
    const unsubscribe = jest.fn();
    const signals: SignalApi = {
      subscribe: (name, onMessage) => {
        channel = name;
        publish = () =>
          act(() =>
            (onMessage as (message: unknown) => void)({ type: 'changed' }),
          );
        return { unsubscribe };
      },
    };

    it('listens to what is told of the system, and else reads once a minute', async () => {
      await render(signals);
      expect(channel).toBe('gorgias:resource:default/gorgias');
      await pass(59);
      expect(getSystem).toHaveBeenCalledTimes(1);
      await pass(1);
      expect(getSystem).toHaveBeenCalledTimes(2);
    });

    it('reads once for several signals at a time', async () => {
      const { result } = await render(signals);
      backend.change({ title: 'New' });
      publish();
      publish();
      publish();
      await pass(1);
      expect(getSystem).toHaveBeenCalledTimes(2);
      expect(result.current.summary?.title).toBe('New');

      publish();
      await pass(1);
      expect(getSystem).toHaveBeenCalledTimes(3);
    });

    it('reads again after a slow answer that a signal has outdated', async () => {
      let answerLate: (summary: SystemSummary) => void = () => {};
      getSystem.mockReturnValueOnce(
        new Promise(resolve => {
          answerLate = resolve;
        }),
      );
      const { result } = await render(signals);
      publish();
      await pass(1);
      expect(getSystem).toHaveBeenCalledTimes(1);

      await act(async () => answerLate(systemSummary({ title: 'Old' })));
      expect(getSystem).toHaveBeenCalledTimes(2);
      expect(result.current.summary?.title).toBe('Gorgias');
    });

    it('follows a running sync closely until the backend is known to send any', async () => {
      backend.change({
        sync: syncState({ current: syncRun({ outcome: 'running' }) }),
      });
      await render(signals);
      await pass(4);
      expect(getSystem).toHaveBeenCalledTimes(3);
      publish();
      await pass(9);
      expect(getSystem).toHaveBeenCalledTimes(4);
    });

    it('stops listening when it is unmounted', async () => {
      const { unmount } = await render(signals);
      publish();
      unmount();
      await pass(90);
      expect(unsubscribe).toHaveBeenCalled();
      expect(getSystem).toHaveBeenCalledTimes(1);
    });
  });
});
