import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AccessRuleVersion } from 'backstage-plugin-gorgias-common';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  connection,
  minutesAgo,
  NO_RIGHTS,
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
    expect(section).toHaveTextContent('MethodOAuth');
  });

  it('shows an API key without scopes, and says that it stays in Gorgias', async () => {
    const apiKey = connection({ method: 'api-key', scopes: [] });
    renderPage({
      path: PATH,
      backend: new FakeGorgias(systemSummary({ connection: apiKey })),
    });

    const section = await screen.findByRole('region', { name: 'Connection' });
    expect(section).toHaveTextContent('MethodAPI key');
    expect(section).not.toHaveTextContent('Scopes');
    await userEvent.click(
      within(section).getByRole('button', { name: 'Disconnect' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Delete the key in Gorgias as well',
    );
  });

  it.each([
    [
      { available: true, checkedAt: minutesAgo(1) },
      'Available, last checked 1 minute ago',
    ],
    [{ available: true, checkedAt: null }, 'Available'],
    [
      { available: false, checkedAt: null, reason: 'No right to read events.' },
      'Not available: No right to read events.',
    ],
    [{ available: false, checkedAt: null }, 'Not available'],
  ])('says whether there is early news: %j', async (earlyNews, text) => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(systemSummary({ earlyNews })),
    });
    const term = await screen.findByText('Early news');
    expect(term.closest('dt')!.nextElementSibling).toHaveTextContent(
      new RegExp(`^${text}$`),
    );
  });

  it('offers to reconnect what may soon not work', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(
        systemSummary({
          connection: connection({ warning: 'Ivy is no longer an admin.' }),
        }),
      ),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Ivy is no longer an admin.',
    );
    expect(
      screen.getByRole('button', { name: 'Reconnect' }),
    ).toBeInTheDocument();
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
      backend: new FakeGorgias(systemSummary(NO_RIGHTS)),
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

  it('shows who changed the rule, when and why, a page at a time', async () => {
    const backend = new FakeGorgias();
    const { accessRule } = backend.summary;
    backend.change({ accessRule: { ...accessRule!, revision: 12 } });
    backend.earlierRules = Array.from(
      { length: 11 },
      (_, i): AccessRuleVersion => ({
        spec: { type: 'all-staff' },
        revision: 11 - i,
        updatedAt: minutesAgo(60 * (i + 2)),
        updatedBy: 'user:default/ivy.nakamura',
        reason: `Reason ${11 - i}`,
      }),
    );
    const list = jest.spyOn(backend, 'listAccessRuleVersions');
    renderPage({ path: PATH, backend });

    const summary = await screen.findByText('Versions of this rule');
    expect(list).not.toHaveBeenCalled();
    await userEvent.click(summary);
    const versions = await screen.findByRole('list', {
      name: 'Versions of this rule',
    });
    const items = () => within(versions).getAllByRole('listitem');
    await waitFor(() => expect(items()).toHaveLength(10));
    expect(items()[1]).toHaveTextContent(
      'Version 112 hours ago by ivy.nakamura: Reason 11',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show earlier versions' }),
    );
    await waitFor(() => expect(items()).toHaveLength(12));
    expect(versions).toHaveTextContent('Reason 1');
    expect(
      screen.queryByRole('button', { name: 'Show earlier versions' }),
    ).not.toBeInTheDocument();
  });

  it('shows what can only be changed in the configuration', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(
        systemSummary({ connectMethods: ['oauth', 'api-key'] }),
      ),
    });
    const settings = await screen.findByRole('region', { name: 'Settings' });
    expect(settings).toHaveTextContent('Facts count as stale after2 hours');
    expect(settings).toHaveTextContent('Ways to connectOAuth or API key');
  });
});
