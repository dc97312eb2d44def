import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConnectionMethod } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { GORGIAS_REF } from '../../__testUtils__/fixtures';
import { responseError } from '../../__testUtils__/responseError';
import { ConnectDialog } from './ConnectDialog';

const EMAIL = 'ivy.nakamura@acme.example';
const KEY = 'acme-secret-key';

describe('connecting by an API key', () => {
  let backend: FakeGorgias;

  beforeEach(() => {
    backend = new FakeGorgias();
  });

  async function show(connectMethods: ConnectionMethod[]) {
    const onClose = jest.fn();
    const onConnected = jest.fn();
    renderInTestApp(
      <ConnectDialog
        system={{ entityRef: GORGIAS_REF, subdomain: 'acme', connectMethods }}
        onClose={onClose}
        onConnected={onConnected}
      />,
      { apis: [[gorgiasApiRef, backend]] },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
    await userEvent.click(screen.getByRole('checkbox'));
    return { onClose, onConnected };
  }

  const button = (name: string) => screen.getByRole('button', { name });
  const submit = () => button('Connect to Gorgias');
  const email = () =>
    screen.getByRole('textbox', { name: 'E-mail of the Gorgias user' });
  const key = () => screen.getByLabelText('API key');

  const fillIn = async () => {
    await userEvent.type(email(), EMAIL);
    await userEvent.type(key(), `${KEY} `);
  };

  it('is not offered where only OAuth is allowed', async () => {
    await show(['oauth']);
    expect(submit()).toBeEnabled();
    expect(screen.queryByLabelText('API key')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /instead/ }),
    ).not.toBeInTheDocument();
  });

  it('is a second choice where both are allowed, and can be left again', async () => {
    await show(['oauth', 'api-key']);
    expect(submit()).toBeEnabled();

    await userEvent.click(button('Connect with an API key instead'));
    expect(
      screen.getByRole('textbox', { name: 'Gorgias account subdomain' }),
    ).toHaveValue('acme');
    await userEvent.type(key(), KEY);

    await userEvent.click(button('Connect by OAuth instead'));
    expect(screen.queryByLabelText('API key')).not.toBeInTheDocument();
    await userEvent.click(button('Connect with an API key instead'));
    expect(key()).toHaveValue('');
  });

  it('is gone to directly where only it is allowed, and says what it means', async () => {
    await show(['api-key']);

    expect(
      screen.queryByRole('button', { name: /instead/ }),
    ).not.toBeInTheDocument();
    expect(key()).toHaveAttribute('type', 'password');
    expect(key()).toHaveAccessibleDescription(
      'An admin makes it in Gorgias, under Settings > REST API.',
    );
    for (const text of [
      /may do everything that its user may/,
      /kept encrypted and never shown again/,
    ]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
    expect(submit()).toBeDisabled();
    expect(
      screen.getByText('Enter the e-mail address and the API key to go on.'),
    ).toBeInTheDocument();
  });

  it('sends the key once and keeps it nowhere', async () => {
    const connect = jest.spyOn(backend, 'connectByApiKey');
    const open = jest.spyOn(window, 'open');
    const { onClose, onConnected } = await show(['api-key']);
    await fillIn();
    await userEvent.click(submit());

    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(onConnected).toHaveBeenCalledTimes(1);
    expect(connect).toHaveBeenCalledWith({
      entityRef: GORGIAS_REF,
      subdomain: 'acme',
      email: EMAIL,
      apiKey: KEY,
    });
    expect(open).not.toHaveBeenCalled();
    expect(key()).toHaveValue('');
    const kept = JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      window.location.href,
    ]);
    expect(kept).not.toContain(KEY);
  });

  it('says at the form why it failed, and can be tried again', async () => {
    jest
      .spyOn(backend, 'connectByApiKey')
      .mockRejectedValueOnce(
        await responseError(400, 'InputError', 'Gorgias refused the key.'),
      );
    const { onConnected } = await show(['oauth', 'api-key']);
    await userEvent.click(button('Connect with an API key instead'));
    await fillIn();
    await userEvent.click(submit());

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Gorgias refused the key.',
    );
    expect(email()).toHaveValue(EMAIL);
    expect(onConnected).not.toHaveBeenCalled();

    await userEvent.click(submit());
    await waitFor(() => expect(onConnected).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('does not show the problem of one way at the other', async () => {
    jest
      .spyOn(backend, 'connectByApiKey')
      .mockRejectedValueOnce(new Error('Gorgias refused the key.'));
    await show(['oauth', 'api-key']);
    await userEvent.click(button('Connect with an API key instead'));
    await fillIn();
    await userEvent.click(submit());
    await screen.findByRole('alert');

    await userEvent.click(button('Connect by OAuth instead'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
