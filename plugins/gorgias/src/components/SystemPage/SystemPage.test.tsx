import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { syncRun, systemSummary } from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';

describe('SystemPage', () => {
  it('shows the summary first, with the sync history', async () => {
    const backend = new FakeGorgias();
    backend.runs = [
      syncRun({ id: 'r2', outcome: 'failed', error: 'Gorgias answered 503.' }),
      syncRun({ id: 'r1', trigger: 'connected' }),
    ];
    renderPage({ path: SYSTEM_PATH, backend });

    expect(
      await screen.findByRole('tab', { name: 'Summary', selected: true }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Gorgias' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open in the catalog' }),
    ).toHaveAttribute('href', '/catalog/default/resource/gorgias');

    const history = await screen.findByRole('region', { name: 'Sync history' });
    expect(
      await within(history).findByText('Gorgias answered 503.'),
    ).toBeInTheDocument();
    expect(
      within(history).getAllByText('1 new, 2 changed, 0 gone'),
    ).toHaveLength(2);
    expect(within(history).getByText('Connecting')).toBeInTheDocument();
  });

  it('keeps the tab in the address', async () => {
    renderPage({ path: `${SYSTEM_PATH}/manage`, backend: new FakeGorgias() });

    expect(
      await screen.findByRole('tab', { name: 'Manage', selected: true }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Accounts' }));
    expect(
      await screen.findByRole('tab', { name: 'Accounts', selected: true }),
    ).toBeInTheDocument();
    expect(await screen.findByText('desk@acme.example')).toBeInTheDocument();
  });

  it('leads from "Configure Now" to where access is configured', async () => {
    renderPage({
      path: SYSTEM_PATH,
      backend: new FakeGorgias(
        systemSummary({
          accessRule: null,
          pendingTasks: [
            {
              id: 'configure-access',
              title: 'Configure access validity',
              description: 'Nobody has said who may use it.',
              adminOnly: true,
            },
          ],
        }),
      ),
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Configure Now' }),
    );

    expect(
      await screen.findByRole('tab', { name: 'Manage', selected: true }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Configure' }),
    ).toBeInTheDocument();
  });

  it('leads from a check to the accounts it judges', async () => {
    const backend = new FakeGorgias();
    const listAccounts = jest.spyOn(backend, 'listAccounts');
    renderPage({ path: SYSTEM_PATH, backend });

    await userEvent.click(
      await screen.findByRole('link', { name: 'User should have MFA enabled' }),
    );

    await waitFor(() =>
      expect(listAccounts).toHaveBeenLastCalledWith(
        'resource:default/gorgias',
        expect.objectContaining({ check: 'mfa-enabled' }),
      ),
    );
  });
});
