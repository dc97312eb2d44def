import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { historyEntry } from '../../__testUtils__/peopleFixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';

async function openHistory(backend: FakeGorgias) {
  renderPage({ path: `${SYSTEM_PATH}/evidence`, backend });
  return within(await screen.findByRole('region', { name: 'History' }));
}

describe('the history', () => {
  it('says what changed, about whom, and who did it', async () => {
    const backend = new FakeGorgias();
    backend.history = [
      historyEntry({ accountName: 'Front Desk' }),
      historyEntry({
        id: 'entry-2',
        kind: 'identity',
        checkId: undefined,
        staffRef: 'user:default/frida.desmond',
        by: 'user:default/ivy.nakamura',
        before: null,
        after: { assignment: { type: 'staff-member' } },
      }),
    ];
    const history = await openHistory(backend);
    await history.findAllByRole('rowheader');
    const [verdict, identity] = history.getAllByRole('row').slice(1);
    expect(verdict).toHaveTextContent('VerdictUser should be identified');
    expect(verdict).toHaveTextContent('Was read');
    expect(verdict).toHaveTextContent('Status: passing → failing');
    expect(
      within(verdict).getByRole('link', { name: 'Front Desk' }),
    ).toHaveAttribute('href', `${SYSTEM_PATH}/accounts?account=8`);
    expect(identity).toHaveTextContent('frida.desmond');
    expect(identity).toHaveTextContent('ivy.nakamura');
    expect(identity).toHaveTextContent(
      'Assignment: nothing → {"type":"staff-member"}',
    );
  });

  it('says the first verdicts on an account with their grounds', async () => {
    const backend = new FakeGorgias();
    backend.history = [
      historyEntry({
        checkId: undefined,
        before: null,
        after: {
          'mfa-enabled': { status: 'unknown', ground: 'Gorgias does not say.' },
          'user-identified': {
            status: 'passing',
            ground: 'Told by an older backend.',
            groundParts: [{ id: 'identified.is', params: { name: 'Ada' } }],
          },
        },
      }),
    ];
    const history = await openHistory(backend);
    await history.findAllByRole('rowheader');
    const [, row] = history.getAllByRole('row');
    expect(row).toHaveTextContent('First verdicts');
    const items = within(row).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'User should be identified: Passing. This is Ada.',
      'User should have MFA enabled: Unknown. Gorgias does not say.',
    ]);
  });

  it('is narrowed to a kind, and paged', async () => {
    const backend = new FakeGorgias();
    backend.history = Array.from({ length: 12 }, (_, i) =>
      historyEntry({ id: `e${i}`, kind: i === 11 ? 'staff' : 'verdict' }),
    );
    const list = jest.spyOn(backend, 'listHistory');
    const history = await openHistory(backend);
    expect(await history.findByText('12 in all')).toBeInTheDocument();
    await userEvent.click(history.getByRole('button', { name: /next/i }));
    await waitFor(() =>
      expect(history.getAllByRole('row').at(-1)).toHaveTextContent('Staff'),
    );

    await userEvent.click(history.getByRole('button', { name: /What/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Staff' }));
    expect(await history.findByText('1 in all')).toBeInTheDocument();
    expect(list).toHaveBeenLastCalledWith(
      'resource:default/gorgias',
      expect.objectContaining({ kind: 'staff' }),
    );
  });

  it('of an account is that of the account', async () => {
    const backend = new FakeGorgias();
    const list = jest.spyOn(backend, 'listHistory');
    renderPage({ path: `${SYSTEM_PATH}/accounts`, backend });
    await userEvent.click(await screen.findByText('desk@acme.example'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText('Nothing has changed yet.'),
    ).toBeInTheDocument();
    expect(list).toHaveBeenCalledWith(
      'resource:default/gorgias',
      expect.objectContaining({ accountId: '8' }),
    );
  });
});
