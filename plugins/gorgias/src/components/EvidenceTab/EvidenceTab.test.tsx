import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { NO_RIGHTS, systemSummary } from '../../__testUtils__/fixtures';
import { historyEntry } from '../../__testUtils__/peopleFixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';

const PATH = `${SYSTEM_PATH}/evidence`;

function show(path = PATH, count = 1) {
  const backend = new FakeGorgias();
  backend.history = Array.from({ length: count }, (_, index) =>
    historyEntry({ id: `e${index}`, accountId: String(index) }),
  );
  const listHistory = jest.spyOn(backend, 'listHistory');
  const { toasts } = renderPage({ path, backend });
  return { backend, listHistory, toasts };
}

describe('the evidence', () => {
  it('is narrowed to what the address says', async () => {
    const { listHistory } = show(
      `${PATH}?kind=verdict&checkId=mfa-enabled&accountId=8&staffRef=user:default/sam&from=2026-11-01&to=2026-11-02`,
    );
    await waitFor(() =>
      expect(listHistory).toHaveBeenLastCalledWith(
        'resource:default/gorgias',
        expect.objectContaining({
          kind: 'verdict',
          checkId: 'mfa-enabled',
          accountId: '8',
          staffRef: 'user:default/sam',
        }),
      ),
    );
    const { from, to } = listHistory.mock.lastCall![1]!;
    expect(Date.parse(to!) - Date.parse(from!)).toBe(2 * 24 * 3600_000 - 1);
  });

  it('keeps the filter in the address, and clears it', async () => {
    const { listHistory } = show();
    await userEvent.click(await screen.findByRole('button', { name: /Check/ }));
    await userEvent.click(
      await screen.findByRole('option', {
        name: 'User should have MFA enabled',
      }),
    );
    await waitFor(() =>
      expect(listHistory.mock.lastCall![1]).toMatchObject({
        checkId: 'mfa-enabled',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() =>
      expect(listHistory.mock.lastCall![1]!.checkId).toBeUndefined(),
    );
  });

  it('does not claim to prove anything', async () => {
    show();
    expect(
      await screen.findByText(/does not by itself prove/),
    ).toBeInTheDocument();
  });

  it('prints everything that the filter lets through', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    const { listHistory } = show(`${PATH}?kind=verdict`, 230);
    await userEvent.click(await screen.findByRole('button', { name: 'Print' }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    const printout = within(
      document.querySelector<HTMLElement>('[data-gorgias-printable]')!,
    );
    expect(
      printout.getByText('Gorgias: what was recorded'),
    ).toBeInTheDocument();
    expect(printout.getAllByText(/^Account \d+$/)).toHaveLength(230);
    expect(
      listHistory.mock.calls.filter(([, request]) => request!.limit === 100),
    ).toHaveLength(3);

    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() =>
      expect(
        document.querySelector('[data-gorgias-printable]'),
      ).not.toBeInTheDocument(),
    );
  });

  it('says when it could not be collected for printing', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    print.mockClear();
    const { listHistory, toasts } = show();
    await screen.findByRole('rowheader');
    listHistory.mockRejectedValueOnce(new Error('The database is away'));
    await userEvent.click(screen.getByRole('button', { name: 'Print' }));
    await waitFor(() =>
      expect(toasts.post).toHaveBeenCalledWith(
        expect.objectContaining({
          status: 'danger',
          description: 'The database is away',
        }),
      ),
    );
    expect(print).not.toHaveBeenCalled();
  });

  it('shows the versions of the access rule, and leads to their changes', async () => {
    show();
    const rules = within(
      await screen.findByRole('region', {
        name: 'Versions of the access rule',
      }),
    );
    expect(
      await rules.findByRole('heading', { name: 'Version 1' }),
    ).toBeInTheDocument();
    expect(
      rules.getByText('All current staff may use this system.'),
    ).toBeInTheDocument();
    expect(
      rules.getByRole('link', { name: 'Show the changes of the access rule' }),
    ).toHaveAttribute('href', `${PATH}?kind=access-rule`);
  });

  it('is not shown to those who may see no accounts', async () => {
    const backend = new FakeGorgias(systemSummary(NO_RIGHTS));
    renderPage({ path: PATH, backend });
    expect(
      await screen.findByText(/needs the permission gorgias.account.read/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'History' }),
    ).not.toBeInTheDocument();
  });
});
