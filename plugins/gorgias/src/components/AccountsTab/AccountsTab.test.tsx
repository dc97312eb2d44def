import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { accountRow, contradiction } from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';

const PATH = `${SYSTEM_PATH}/accounts`;

const row = async (name: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest(
    '[role=row]',
  ) as HTMLElement;

describe('AccountsTab', () => {
  it('shows each account with who it is and its verdicts', async () => {
    renderPage({ path: PATH, backend: new FakeGorgias() });

    const known = await row('Sam Rivers');
    expect(known).toHaveTextContent('Basic');
    expect(known).toHaveTextContent('Active');
    expect(
      within(known).getByRole('link', { name: 'Sam Rivers' }),
    ).toHaveAttribute('href', '/catalog/default/user/sam.rivers');
    expect(within(known).getAllByText('Passing')).toHaveLength(5);

    const unknown = await row('Front Desk');
    expect(unknown).toHaveTextContent(
      'No staff member has this e-mail address.',
    );
    expect(within(unknown).getAllByText('Failing')).toHaveLength(3);
    expect(within(unknown).getByText('Unknown')).toBeInTheDocument();
  });

  it('takes the filters from the address', async () => {
    const backend = new FakeGorgias();
    const listAccounts = jest.spyOn(backend, 'listAccounts');
    renderPage({
      path: `${PATH}?check=user-identified&status=failing&state=active&search=desk`,
      backend,
    });

    expect(await row('Front Desk')).toBeInTheDocument();
    expect(
      screen.queryByText('sam.rivers@acme.example'),
    ).not.toBeInTheDocument();
    expect(listAccounts).toHaveBeenCalledWith(
      'resource:default/gorgias',
      expect.objectContaining({
        check: 'user-identified',
        status: 'failing',
        state: 'active',
        search: 'desk',
      }),
    );
    expect(
      screen.getByRole('searchbox', { name: 'Search name or e-mail' }),
    ).toHaveValue('desk');
  });

  it('ignores filters in the address that do not exist', async () => {
    renderPage({
      path: `${PATH}?check=nonsense&status=nonsense`,
      backend: new FakeGorgias(),
    });
    expect(await row('Sam Rivers')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Clear filters' }),
    ).not.toBeInTheDocument();
  });

  it('searches once typing has stopped, and clears', async () => {
    const backend = new FakeGorgias();
    renderPage({ path: PATH, backend });
    await row('Sam Rivers');
    const listAccounts = jest.spyOn(backend, 'listAccounts');

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search name or e-mail' }),
      'nobody',
    );
    expect(
      await screen.findByText('No account matches the filters.'),
    ).toBeInTheDocument();
    expect(listAccounts).toHaveBeenCalledTimes(1);

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await row('Sam Rivers')).toBeInTheDocument();
  });

  it('filters by status', async () => {
    renderPage({ path: PATH, backend: new FakeGorgias() });
    await row('Sam Rivers');

    await userEvent.click(screen.getByRole('button', { name: /Status/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Failing' }),
    );

    await waitFor(() =>
      expect(
        screen.queryByText('sam.rivers@acme.example'),
      ).not.toBeInTheDocument(),
    );
    expect(await row('Front Desk')).toBeInTheDocument();
  });

  it('goes from page to page', async () => {
    const backend = new FakeGorgias();
    backend.accounts = Array.from({ length: 30 }, (_, i) =>
      accountRow({ id: String(i), name: `Person ${i}.`, email: null }),
    );
    renderPage({ path: PATH, backend });

    expect(await row('Person 0\\.')).toBeInTheDocument();
    expect(screen.getByText('30 in all')).toBeInTheDocument();
    expect(screen.queryByText('Person 25.')).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(await row('Person 25\\.')).toBeInTheDocument();
    expect(screen.queryByText('Person 0.')).not.toBeInTheDocument();
  });

  it('opens every verdict of an account with what it rests on', async () => {
    renderPage({ path: PATH, backend: new FakeGorgias() });

    await userEvent.click(
      within(await row('Front Desk')).getByText('desk@acme.example'),
    );

    const dialog = within(
      await screen.findByRole('dialog', { name: 'Front Desk' }),
    );
    const verdict = dialog.getByRole('region', {
      name: 'User should be identified',
    });
    expect(verdict).toHaveTextContent(
      'No staff member has the address desk@acme.example.',
    );
    expect(verdict).toHaveTextContent(
      'Give the user an address of a staff member in Gorgias.',
    );
    expect(verdict).toHaveTextContent(/Is bot\s*no/i);
    expect(verdict).toHaveTextContent('Duein 7 days');
    expect(
      within(verdict).getByRole('link', { name: 'support' }),
    ).toBeInTheDocument();
    expect(
      dialog.getAllByRole('region').map(region => region.ariaLabel),
    ).toEqual([
      'Who it is',
      'User should be identified',
      'Gorgias access should be removed for offboarded user',
      'User should have MFA enabled',
      'User access to Critical System should be valid',
      'History',
      'What changed',
    ]);
  });

  it('says in what Gorgias contradicts itself about an account', async () => {
    const backend = new FakeGorgias();
    backend.accounts = [accountRow({ contradictions: [contradiction()] })];
    renderPage({ path: PATH, backend });

    await userEvent.click(
      within(await row('Sam Rivers')).getByText('sam.rivers@acme.example'),
    );

    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('alert')).toHaveTextContent(
      'The event log says that Sam Rivers was deleted, but the list still has the account.',
    );
  });

  it('says when nothing has been read yet', async () => {
    const backend = new FakeGorgias();
    backend.accounts = [];
    renderPage({ path: PATH, backend });
    expect(
      await screen.findByText(/There are no accounts yet/),
    ).toBeInTheDocument();
  });

  it('tries again after an error', async () => {
    const backend = new FakeGorgias();
    jest
      .spyOn(backend, 'listAccounts')
      .mockRejectedValueOnce(new Error('No answer'));
    renderPage({ path: PATH, backend });

    expect(await screen.findByRole('alert')).toHaveTextContent('No answer');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row('Sam Rivers')).toBeInTheDocument();
  });
});
