import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CONNECT_ERROR_MESSAGES } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { GORGIAS_REF } from '../../__testUtils__/fixtures';
import { ConnectDialog } from './ConnectDialog';

describe('ConnectDialog', () => {
  const popup = {
    closed: false,
    location: { href: '' },
    focus: jest.fn(),
    close: jest.fn(),
  };
  let backend: FakeGorgias;
  let open: jest.SpyInstance;

  beforeEach(() => {
    backend = new FakeGorgias();
    open = jest
      .spyOn(window, 'open')
      .mockImplementation(() => popup as unknown as Window);
  });

  afterEach(() => jest.restoreAllMocks());

  function show(subdomain: string | null = 'acme') {
    const onClose = jest.fn();
    const onConnected = jest.fn();
    renderInTestApp(
      <ConnectDialog
        system={{
          entityRef: GORGIAS_REF,
          subdomain,
          connectMethods: ['oauth'],
        }}
        onClose={onClose}
        onConnected={onConnected}
      />,
      { apis: [[gorgiasApiRef, backend]] },
    );
    return { onClose, onConnected };
  }

  const next = async () =>
    userEvent.click(await screen.findByRole('button', { name: 'Next' }));
  const submit = () =>
    screen.getByRole('button', { name: 'Connect to Gorgias' });
  const field = () =>
    screen.getByRole('textbox', { name: 'Gorgias account subdomain' });

  it('first says what is read and what is never done', async () => {
    show();
    expect(
      await screen.findByRole('heading', { name: 'What is read' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No ticket, customer or message is read.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Nothing is changed in Gorgias.'),
    ).toBeInTheDocument();
  });

  it('moves the focus along, so that the next step is read out', async () => {
    show();
    await next();
    expect(screen.getByRole('dialog')).toContainElement(
      document.activeElement as HTMLElement,
    );
  });

  it('needs the acknowledgement and a subdomain, and says so', async () => {
    show(null);
    await next();
    expect(submit()).toBeDisabled();
    expect(
      screen.getByText('Tick the box above to go on.'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('checkbox'));
    expect(submit()).toBeDisabled();
    expect(
      screen.getByText('Enter the subdomain of the account to go on.'),
    ).toBeInTheDocument();

    await userEvent.type(field(), 'https://evil.example');
    expect(
      screen.getByText(/This is not an address at gorgias.com/),
    ).toBeInTheDocument();
    expect(submit()).toBeDisabled();

    await userEvent.clear(field());
    await userEvent.type(field(), 'https://Acme.gorgias.com/app');
    expect(
      screen.getByText('Will connect to acme.gorgias.com'),
    ).toBeInTheDocument();
    expect(submit()).toBeEnabled();
  });

  it('connects to what the annotation names', async () => {
    const startConnection = jest.spyOn(backend, 'startConnection');
    backend.session = { sessionId: 'session-1', status: 'pending' };
    show();
    await next();
    expect(field()).toHaveValue('acme');
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(submit());

    expect(
      await screen.findByText(/Log in to Gorgias and allow access/),
    ).toBeInTheDocument();
    expect(startConnection).toHaveBeenCalledWith({
      entityRef: GORGIAS_REF,
      subdomain: 'acme',
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the window again' }),
    );
    expect(popup.focus).toHaveBeenCalled();
  });

  it('closes when connected', async () => {
    backend.session = { sessionId: 'session-1', status: 'succeeded' };
    const { onClose, onConnected } = show();
    await next();
    await userEvent.click(screen.getByRole('checkbox'));
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      await user.click(submit());
      await screen.findByText(/Log in to Gorgias/);
      await jest.advanceTimersByTimeAsync(2_000);
      expect(onConnected).toHaveBeenCalledTimes(1);
      expect(onClose).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('says how to allow the window when it was blocked', async () => {
    open.mockReturnValueOnce(null);
    show();
    await next();
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(submit());

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The browser blocked the Gorgias window.',
    );
    expect(submit()).toBeEnabled();
  });

  it('says why it failed and keeps the input for another try', async () => {
    backend.session = {
      sessionId: 'session-1',
      status: 'failed',
      errorCode: 'access-denied',
    };
    show(null);
    await next();
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.type(field(), 'other');
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      await user.click(submit());
      await screen.findByText(/Log in to Gorgias/);
      await jest.advanceTimersByTimeAsync(2_000);
      expect(await screen.findByRole('alert')).toHaveTextContent(
        CONNECT_ERROR_MESSAGES['access-denied'],
      );

      await user.click(screen.getByRole('button', { name: 'Try again' }));
      expect(field()).toHaveValue('other');
      expect(screen.getByRole('checkbox')).toBeChecked();
    } finally {
      jest.useRealTimers();
    }
  });
});
