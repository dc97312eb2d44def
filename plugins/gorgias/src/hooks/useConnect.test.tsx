import { discoveryApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import {
  CONNECT_ERROR_MESSAGES,
  ConnectErrorCode,
} from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../api';
import { FakeGorgias } from '../__testUtils__/FakeGorgias';
import { GORGIAS_REF } from '../__testUtils__/fixtures';
import { responseError } from '../__testUtils__/responseError';
import { useConnect } from './useConnect';

const BACKEND_ORIGIN = 'https://backend.acme.example';
const POLL_MS = 2_000;

function fakePopup() {
  const popup = {
    closed: false,
    location: { href: 'about:blank' },
    focus: jest.fn(),
    close: jest.fn(() => {
      popup.closed = true;
    }),
  };
  return popup;
}

describe('useConnect', () => {
  let backend: FakeGorgias;
  let popup: ReturnType<typeof fakePopup>;
  let onConnected: jest.Mock;
  let open: jest.SpyInstance;

  beforeEach(() => {
    jest.useFakeTimers();
    backend = new FakeGorgias();
    popup = fakePopup();
    onConnected = jest.fn();
    open = jest
      .spyOn(window, 'open')
      .mockImplementation(() => popup as unknown as Window);
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  function render() {
    const hook = renderHook(
      () => useConnect({ entityRef: GORGIAS_REF, onConnected }),
      {
        wrapper: ({ children }) => (
          <TestApiProvider
            apis={[
              [gorgiasApiRef, backend],
              [
                discoveryApiRef,
                { getBaseUrl: async () => `${BACKEND_ORIGIN}/api/gorgias` },
              ],
            ]}
          >
            {children}
          </TestApiProvider>
        ),
      },
    );
    return {
      ...hook,
      state: () => hook.result.current.state,
      start: () => act(() => hook.result.current.start('acme')),
    };
  }

  const poll = () => act(() => jest.advanceTimersByTimeAsync(POLL_MS));

  const sendMessage = (overrides: {
    source?: unknown;
    origin?: string;
    data?: unknown;
  }) =>
    act(async () => {
      const event = new MessageEvent('message', {
        origin: overrides.origin ?? BACKEND_ORIGIN,
        data:
          'data' in overrides
            ? overrides.data
            : { type: 'gorgias-oauth', sessionId: 'session-1' },
      });
      // The constructor takes real windows only.
      Object.defineProperty(event, 'source', {
        value: 'source' in overrides ? overrides.source : popup,
      });
      window.dispatchEvent(event);
    });

  it('goes from the instructions to the account and back', () => {
    const { result, state } = render();
    expect(state()).toEqual({ step: 'instructions' });
    act(() => result.current.enterAccount());
    expect(state()).toEqual({ step: 'account' });
    act(() => result.current.showInstructions());
    expect(state()).toEqual({ step: 'instructions' });
  });

  it('opens the window before it awaits anything, then sends it to Gorgias', async () => {
    const { result, state } = render();
    const startConnection = jest.spyOn(backend, 'startConnection');

    let started: Promise<void>;
    act(() => {
      started = result.current.start('acme');
    });
    expect(open).toHaveBeenCalledTimes(1);
    expect(state()).toEqual({ step: 'starting' });
    expect(popup.location.href).toBe('about:blank');

    await act(() => started);
    expect(startConnection).toHaveBeenCalledWith({
      entityRef: GORGIAS_REF,
      subdomain: 'acme',
    });
    expect(popup.location.href).toBe(
      'https://acme.gorgias.com/oauth/authorize?state=s',
    );
    expect(state()).toEqual({ step: 'waiting', windowClosed: false });
  });

  it('is connected as soon as the window says so and the backend confirms it', async () => {
    const { start, state } = render();
    await start();
    backend.session = { sessionId: 'session-1', status: 'succeeded' };

    await sendMessage({});

    expect(state()).toEqual({ step: 'succeeded' });
    expect(onConnected).toHaveBeenCalledTimes(1);
    expect(popup.close).toHaveBeenCalled();
  });

  it('is connected by polling when no message comes', async () => {
    const { start, state } = render();
    await start();
    await poll();
    expect(state()).toEqual({ step: 'waiting', windowClosed: false });

    backend.session = { sessionId: 'session-1', status: 'succeeded' };
    await poll();

    expect(state()).toEqual({ step: 'succeeded' });
    expect(onConnected).toHaveBeenCalledTimes(1);
  });

  it('does not take the word of the window for it', async () => {
    const { start, state } = render();
    await start();

    await sendMessage({});

    expect(state()).toEqual({ step: 'waiting', windowClosed: false });
    expect(onConnected).not.toHaveBeenCalled();
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another window', { source: {} }],
    [
      'another session',
      { data: { type: 'gorgias-oauth', sessionId: 'session-2' } },
    ],
    ['another kind', { data: { type: 'hello', sessionId: 'session-1' } }],
    ['no content', { data: null }],
  ])('ignores a message of %s', async (_, message) => {
    const { start } = render();
    const getSession = jest.spyOn(backend, 'getConnectionSession');
    await start();

    await sendMessage(message);
    expect(getSession).not.toHaveBeenCalled();

    await sendMessage({});
    expect(getSession).toHaveBeenCalledTimes(1);
  });

  it('says that the window was blocked, and can be tried again', async () => {
    open.mockReturnValueOnce(null);
    const startConnection = jest.spyOn(backend, 'startConnection');
    const { start, state } = render();

    await start();
    expect(state()).toEqual({
      step: 'account',
      problem: { type: 'popup-blocked' },
    });
    expect(startConnection).not.toHaveBeenCalled();

    await start();
    expect(state()).toEqual({ step: 'waiting', windowClosed: false });
  });

  it('closes the window and says why when the backend refuses to start', async () => {
    jest
      .spyOn(backend, 'startConnection')
      .mockRejectedValueOnce(
        await responseError(
          400,
          'InputError',
          'The entity is annotated with another subdomain.',
        ),
      );
    const { start, state } = render();

    await start();

    expect(state()).toEqual({
      step: 'account',
      problem: {
        type: 'refused',
        message: 'The entity is annotated with another subdomain.',
      },
    });
    expect(popup.close).toHaveBeenCalled();
  });

  it.each(Object.keys(CONNECT_ERROR_MESSAGES) as ConnectErrorCode[])(
    'says what to do after the failure %s, and goes back to the account',
    async errorCode => {
      const { result, start, state } = render();
      await start();
      backend.session = {
        sessionId: 'session-1',
        status: 'failed',
        errorCode,
      };

      await poll();
      expect(state()).toEqual({
        step: 'failed',
        message: CONNECT_ERROR_MESSAGES[errorCode],
        code: errorCode,
      });

      act(() => result.current.enterAccount());
      expect(state()).toEqual({ step: 'account' });
      expect(onConnected).not.toHaveBeenCalled();
    },
  );

  it('says only after a while that the window was closed, and still sees the end', async () => {
    const { start, state } = render();
    await start();
    popup.closed = true;

    await poll();
    await poll();
    await poll();
    expect(state()).toEqual({ step: 'waiting', windowClosed: false });
    await poll();
    expect(state()).toEqual({ step: 'waiting', windowClosed: true });

    backend.session = { sessionId: 'session-1', status: 'succeeded' };
    await poll();
    expect(state()).toEqual({ step: 'succeeded' });
  });

  it('gets over a poll that fails, but not over a session that is gone', async () => {
    const { start, state } = render();
    await start();
    jest
      .spyOn(backend, 'getConnectionSession')
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockRejectedValueOnce(
        await responseError(404, 'NotFoundError', 'No such session.'),
      );

    await poll();
    expect(state()).toEqual({ step: 'waiting', windowClosed: false });
    await poll();
    expect(state()).toEqual({ step: 'failed', message: 'No such session.' });
  });

  it('forgets an attempt that was given up', async () => {
    const { result, start, state } = render();
    await start();
    const getSession = jest.spyOn(backend, 'getConnectionSession');
    backend.session = { sessionId: 'session-1', status: 'succeeded' };

    act(() => result.current.cancel());
    await poll();

    expect(state()).toEqual({ step: 'account' });
    expect(popup.close).toHaveBeenCalled();
    expect(getSession).not.toHaveBeenCalled();
    expect(onConnected).not.toHaveBeenCalled();
  });

  it('brings the window to the front', async () => {
    const { result, start } = render();
    await start();
    act(() => result.current.showWindow());
    expect(popup.focus).toHaveBeenCalled();
  });

  it('closes the window and stops polling when it is unmounted', async () => {
    const { start, unmount } = render();
    await start();
    unmount();
    expect(popup.close).toHaveBeenCalled();
    expect(jest.getTimerCount()).toBe(0);
  });
});
