import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  accountRow,
  gorgiasEntity,
  groups,
  rightsWithout,
  systemSummary,
} from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { saveFile } from '../../saveFile';

jest.mock('../../saveFile');

const PATH = `${SYSTEM_PATH}/accounts`;
const REF = 'resource:default/gorgias';

const names = () =>
  screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

function show(path = PATH, backend = new FakeGorgias()) {
  const list = jest.spyOn(backend, 'listAccounts');
  const { toasts } = renderPage({
    path,
    backend,
    entities: [gorgiasEntity, ...groups],
  });
  return { backend, list, toasts };
}

const expectAsked = (
  list: ReturnType<typeof show>['list'],
  part: Record<string, unknown>,
) =>
  waitFor(() =>
    expect(list).toHaveBeenLastCalledWith(REF, expect.objectContaining(part)),
  );

describe('the list of accounts', () => {
  it('is put in order by the header of a column, and says by which', async () => {
    const { list } = show();
    const header = await screen.findByRole('columnheader', {
      name: 'Worst verdict',
    });
    expect(
      screen.getByRole('columnheader', { name: 'Created' }),
    ).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(header);
    await expectAsked(list, { orderBy: 'status', order: 'asc' });
    await waitFor(() => expect(names()[0]).toContain('Front Desk'));
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(header);
    await expectAsked(list, { orderBy: 'status', order: 'desc' });
    await waitFor(() => expect(names()[0]).toContain('Sam Rivers'));
  });

  it('is narrowed by role, by what accounts are, and by org role', async () => {
    const backend = new FakeGorgias();
    backend.accounts = [
      accountRow({ orgRoles: ['group:default/it'] }),
      accountRow({ id: '10', name: 'Nameless', gorgiasRole: null }),
    ];
    const { list } = show(PATH, backend);
    await screen.findAllByRole('rowheader');

    const choose = async (label: RegExp, option: string) => {
      await userEvent.click(screen.getByRole('button', { name: label }));
      await userEvent.click(
        await screen.findByRole('option', { name: option }),
      );
    };
    await choose(/Gorgias role/, 'No role');
    await expectAsked(list, { gorgiasRole: '' });
    await waitFor(() => expect(names()).toHaveLength(1));
    await choose(/Gorgias role/, 'Any');
    await choose(/Identified as/, 'Staff member');
    await expectAsked(list, { identity: 'staff-member' });

    await userEvent.type(
      screen.getByRole('combobox', { name: 'Org role' }),
      'it',
    );
    await userEvent.click(await screen.findByRole('option', { name: 'IT' }));
    await expectAsked(list, {
      identity: 'staff-member',
      orgRole: 'group:default/it',
    });
    await waitFor(() => expect(names()).toHaveLength(1));

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(screen.getByRole('combobox', { name: 'Org role' })).toHaveValue('');
    await waitFor(() => expect(names()).toHaveLength(2));
  });

  it('takes keys while the backend keeps it waiting', async () => {
    const { list } = show();
    await screen.findAllByRole('rowheader');
    list.mockReturnValue(new Promise(() => {}));
    const field = screen.getByRole('searchbox', {
      name: 'Search name or e-mail',
    });
    await userEvent.type(field, 'sam');
    await expectAsked(list, { search: 'sam' });
    await userEvent.type(field, ' rivers');
    expect(field).toHaveValue('sam rivers');
    await expectAsked(list, { search: 'sam rivers' });
    // What was there is there until the answer is.
    expect(names()).toHaveLength(2);
  });

  it('scrolls in a region that the keyboard reaches', async () => {
    show();
    expect(
      await screen.findByRole('region', { name: 'Accounts' }),
    ).toHaveAttribute('tabindex', '0');
  });

  it('goes back to the page before, and stays where it is when read again', async () => {
    const backend = new FakeGorgias();
    backend.accounts = Array.from({ length: 60 }, (_, i) =>
      accountRow({ id: String(i), name: `Person ${i}.`, email: null }),
    );
    const { list } = show(PATH, backend);
    await screen.findByText('Person 0.');
    const next = screen.getByRole('button', { name: /next table page/i });
    await userEvent.click(next);
    await screen.findByText('Person 25.');
    await userEvent.click(next);
    await screen.findByText('Person 50.');
    backend.change({
      freshness: { ...backend.summary.freshness, factsAt: '2031-01-01' },
    });
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(list).toHaveBeenCalledTimes(4));
    expect(list).toHaveBeenLastCalledWith(
      REF,
      expect.objectContaining({ cursor: '50' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: /previous table page/i }),
    );
    await screen.findByText('Person 25.');
  });
});

describe('the export', () => {
  it('saves what the filter shows, in its order, under a telling name', async () => {
    const { backend, toasts } = show(`${PATH}?status=failing&orderBy=name`);
    const exported = jest.spyOn(backend, 'exportAccounts');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    expect(exported).toHaveBeenCalledWith(
      REF,
      expect.objectContaining({ status: 'failing', orderBy: 'name' }),
    );
    await waitFor(() =>
      expect(saveFile).toHaveBeenCalledWith(
        expect.stringMatching(/^gorgias-accounts-\d{4}-\d\d-\d\d\.csv$/),
        '\uFEFFid\r\n8\r\n',
        'text/csv;charset=utf-8',
      ),
    );
    expect(toasts.post).toHaveBeenLastCalledWith(
      expect.objectContaining({ status: 'success' }),
    );
  });

  it('says why it did not work', async () => {
    const { backend, toasts } = show();
    jest.spyOn(backend, 'exportAccounts').mockRejectedValue(new Error('Full'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await waitFor(() =>
      expect(toasts.post).toHaveBeenLastCalledWith(
        expect.objectContaining({
          title: 'The accounts could not be exported',
          description: 'Full',
          status: 'danger',
        }),
      ),
    );
  });

  it('is not offered to those who may not', async () => {
    show(PATH, new FakeGorgias(systemSummary(rightsWithout('export'))));
    await screen.findAllByRole('rowheader');
    expect(
      screen.queryByRole('button', { name: 'Export CSV' }),
    ).not.toBeInTheDocument();
  });
});

describe('the drawer of an account', () => {
  const drawer = (name: string) => screen.findByRole('dialog', { name });

  it('gives the focus back to the row it was opened from', async () => {
    show();
    const cell = await screen.findByText('desk@acme.example');
    const row = cell.closest<HTMLElement>('[role=row]')!;
    await userEvent.click(cell);
    expect(await drawer('Front Desk')).toContainElement(
      document.activeElement as HTMLElement,
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await waitFor(() =>
      expect(row).toContainElement(document.activeElement as HTMLElement),
    );
  });

  it('is opened by a link, and turns to the accounts beside it', async () => {
    show(`${PATH}?account=7`);
    const dialog = within(await drawer('Sam Rivers'));
    expect(await dialog.findByText('1 of 2 on this page')).toBeInTheDocument();
    expect(
      dialog.getByRole('button', { name: 'Previous account' }),
    ).toBeDisabled();
    await userEvent.click(dialog.getByRole('button', { name: 'Next account' }));
    const next = within(await drawer('Front Desk'));
    expect(next.getByText('2 of 2 on this page')).toBeInTheDocument();
    expect(next.getByRole('button', { name: 'Next account' })).toBeDisabled();
  });

  it('shows the facts, and leads from a failing verdict to the rule', async () => {
    const backend = new FakeGorgias();
    backend.accounts[1] = {
      ...backend.accounts[1],
      kind: 'bot',
      orgRoles: ['group:default/it', 'group:default/finance'],
    };
    show(`${PATH}?account=8`, backend);
    const dialog = await drawer('Front Desk');
    await waitFor(() => expect(dialog).toHaveTextContent('KindA bot'));
    expect(dialog).toHaveTextContent('Org rolesit, finance');
    expect(dialog).toHaveTextContent('Last log-inNone known of');
    expect(
      within(dialog).getByRole('link', {
        name: 'Change who may use this system',
      }),
    ).toHaveAttribute('href', `${SYSTEM_PATH}/manage`);
  });

  it('says when there is no such account, and closes', async () => {
    show(`${PATH}?account=404`);
    const dialog = within(await drawer('Account 404'));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'There is no account 404',
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('stays open when Escape closes a list of suggestions in it', async () => {
    show(`${PATH}?account=8`);
    const dialog = within(await drawer('Front Desk'));
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Say what this is' }),
    );
    await userEvent.click(
      dialog.getByRole('radio', { name: 'A service account' }),
    );
    await userEvent.type(
      dialog.getByRole('combobox', { name: 'Who answers for it' }),
      'fin',
    );
    await screen.findByRole('option', { name: 'Finance' });
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(await drawer('Front Desk')).toBeInTheDocument();
  });
});
