import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  connection,
  systemSummary,
  unconnectedSummary,
} from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';

const PATH = `${SYSTEM_PATH}/manage`;

describe('ManageTab', () => {
  it('shows whose connection it is', async () => {
    renderPage({ path: PATH, backend: new FakeGorgias() });

    const section = await screen.findByRole('region', { name: 'Connection' });
    expect(section).toHaveTextContent('Connected byivy.nakamura');
    expect(section).toHaveTextContent(
      'As the Gorgias userHelpdesk Admin, it@acme.example',
    );
    expect(section).toHaveTextContent('offline, users:read, account:read');
  });

  it('disconnects only after saying what that means', async () => {
    const backend = new FakeGorgias();
    const disconnect = jest.spyOn(backend, 'disconnect');
    const { toasts } = renderPage({ path: PATH, backend });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Disconnect' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Disconnect Gorgias?' }),
    );
    expect(
      dialog.getByText(/reads nothing from Gorgias any more/),
    ).toBeInTheDocument();
    expect(disconnect).not.toHaveBeenCalled();

    await userEvent.click(dialog.getByRole('button', { name: 'Disconnect' }));

    expect(
      await screen.findByRole('button', { name: 'Connect' }),
    ).toBeInTheDocument();
    expect(disconnect).toHaveBeenCalledWith('resource:default/gorgias');
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({ title: 'Gorgias is disconnected' }),
    );
  });

  it('offers to reconnect', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(
        systemSummary({ connection: connection({ state: 'needs-reconnect' }) }),
      ),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reconnect' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Connect Gorgias' }),
    ).toBeInTheDocument();
  });

  it('removes from the list and takes that back', async () => {
    const backend = new FakeGorgias();
    const { toasts } = renderPage({ path: PATH, backend });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Remove from critical systems',
      }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Remove from critical systems',
      }),
    );
    expect(
      await screen.findByRole('button', { name: 'Add Critical System' }),
    ).toBeInTheDocument();

    const toast = toasts.post.mock.calls[0][0] as {
      description: JSX.Element;
    };
    render(toast.description);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(
      await screen.findByRole('button', {
        name: 'Remove from critical systems',
      }),
    ).toBeInTheDocument();
  });

  it('lets others look but not touch', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(systemSummary({ canManage: false })),
    });

    expect(
      await screen.findByText(/needs the permission gorgias.system.admin/),
    ).toBeInTheDocument();
    const panel = screen.getByRole('tabpanel', { name: 'Manage' });
    expect(panel).toHaveTextContent('All current staff may use this system.');
    expect(within(panel).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says when nothing is set', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(unconnectedSummary()),
    });
    expect(
      await screen.findByText(/nobody has said yet who may use this system/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Not on the list of critical systems.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Connect' })).toBeEnabled(),
    );
  });
});
