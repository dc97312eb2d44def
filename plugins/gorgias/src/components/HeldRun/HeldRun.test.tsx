import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PendingTask, SystemSummary } from 'backstage-plugin-gorgias-common';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  GORGIAS_REF,
  heldItems,
  heldRun,
  NO_RIGHTS,
  syncState,
  systemSummary,
} from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';

const REVIEW_TASK: PendingTask = {
  id: 'review-held-run',
  title: 'Review the held sync',
  description: 'Until then the last complete read stays in force.',
  adminOnly: true,
};
const REPLACED = 'A newer sync has taken the place of this one.';

function held(overrides: Partial<SystemSummary> = {}): SystemSummary {
  return systemSummary({
    sync: syncState({ held: heldRun(), last: heldRun() }),
    pendingTasks: [REVIEW_TASK],
    ...overrides,
  });
}

const show = (backend: FakeGorgias, path = SYSTEM_PATH) =>
  renderPage({ path, backend });

const notice = async () =>
  (await screen.findByText(/A sync was held/)).closest('[role=alert]');

const review = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Review' }));
  return within(
    await screen.findByRole('dialog', { name: 'Review the held sync' }),
  );
};

const press = (dialog: Awaited<ReturnType<typeof review>>, name: string) =>
  userEvent.click(dialog.getByRole('button', { name }));

describe('a held run', () => {
  it('is a warning that says what was found and what was kept', async () => {
    show(new FakeGorgias(held()));

    expect(await notice()).toHaveTextContent(
      'Gorgias no longer lists 6 of 23 active accounts (26%).' +
        'Nothing was changed: the last complete read stays in force.',
    );
    expect(screen.queryByText('The last sync failed')).not.toBeInTheDocument();
    // One beside the task is enough.
    expect(screen.getAllByRole('button', { name: 'Review' })).toHaveLength(1);
  });

  it('tells others that an admin has to decide', async () => {
    show(new FakeGorgias(held(NO_RIGHTS)));

    expect(await notice()).toHaveTextContent(
      'An admin of critical systems has to say whether to believe this.',
    );
    expect(
      screen.queryByRole('button', { name: 'Review' }),
    ).not.toBeInTheDocument();
  });

  it('can be reviewed where there is no task too', async () => {
    show(new FakeGorgias(held()), `${SYSTEM_PATH}/manage`);
    const dialog = await review();
    expect(dialog.getByRole('button', { name: 'Accept' })).toBeEnabled();
  });

  it('shows who would be gone, and what each decision does', async () => {
    show(new FakeGorgias(held()));
    const dialog = await review();

    const accounts = dialog.getByRole('region', {
      name: 'Accounts that would be marked gone',
    });
    expect(accounts).toHaveTextContent('6 of 23 active accounts (26%)');
    expect(within(accounts).getAllByRole('listitem')).toHaveLength(6);
    expect(accounts).toHaveTextContent('Person 1person1@acme.example · 100');
    expect(within(accounts).queryByRole('searchbox')).not.toBeInTheDocument();
    expect(dialog.getByText(/A new read begins/)).toBeInTheDocument();
    expect(dialog.getByText(/Nothing changes/)).toBeInTheDocument();
  });

  it('shows what is gone from the catalog, and searches a long list', async () => {
    const gone = [
      { ref: 'user:default/lee', name: null, email: null },
      ...heldItems(11),
    ];
    const run = heldRun({}, [
      { source: 'gorgias', before: 23, gone: heldItems(5) },
      { source: 'catalog', before: 40, gone },
    ]);
    show(new FakeGorgias(held({ sync: syncState({ held: run }) })));
    expect(await notice()).toHaveTextContent(
      'The catalog no longer has 12 of 40 current staff members (30%).',
    );
    const dialog = await review();

    const staff = within(
      dialog.getByRole('region', {
        name: 'Staff members that would be marked gone',
      }),
    );
    expect(staff.getAllByRole('listitem')).toHaveLength(12);
    const search = staff.getByRole('searchbox', {
      name: 'Search these staff members',
    });
    await userEvent.type(search, ' LEE');
    expect(staff.getByRole('listitem')).toHaveTextContent(
      'No nameuser:default/lee',
    );
    await userEvent.type(search, 'x');
    expect(staff.getByText('Nobody matches.')).toBeInTheDocument();
  });

  it('is accepted, which starts a new read', async () => {
    const backend = new FakeGorgias(held());
    const accept = jest.spyOn(backend, 'acceptHeldRun');
    const { toasts } = show(backend);

    await press(await review(), 'Accept');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(accept).toHaveBeenCalledWith(GORGIAS_REF, 'held-1');
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Accepted, Gorgias is being read again',
        status: 'success',
      }),
    );
    expect(
      screen.getByRole('progressbar', { name: 'Reading from Gorgias' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/A sync was held/)).not.toBeInTheDocument();
  });

  it('is discarded, which changes nothing and is told in the history', async () => {
    const backend = new FakeGorgias(held());
    backend.runs = [heldRun()];
    const { toasts } = show(backend);
    const history = within(
      await screen.findByRole('region', { name: 'Sync history' }),
    );
    expect(await history.findByText('Waits for an admin')).toBeInTheDocument();

    await press(await review(), 'Discard');

    expect(await history.findByText('Discarded by')).toHaveTextContent(
      'Discarded by ivy.nakamura',
    );
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Discarded, nothing was changed in Gorgias',
      }),
    );
    expect(screen.queryByText(/A sync was held/)).not.toBeInTheDocument();
  });

  it('is left alone by "Cancel"', async () => {
    const backend = new FakeGorgias(held());
    show(backend);

    await press(await review(), 'Cancel');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(backend.summary.sync.held?.id).toBe('held-1');
  });

  it('that a newer one has replaced is not decided, and the newer one is shown', async () => {
    const backend = new FakeGorgias(held());
    show(backend);
    const dialog = await review();
    const newer = heldRun({ id: 'held-2' }, [
      { source: 'gorgias', before: 23, gone: heldItems(9) },
    ]);
    backend.change({ sync: syncState({ held: newer }) });
    const refusal = await responseError(409, 'ConflictError', REPLACED);
    const accept = jest
      .spyOn(backend, 'acceptHeldRun')
      .mockRejectedValueOnce(refusal);

    await press(dialog, 'Accept');

    expect(await dialog.findByRole('alert')).toHaveTextContent(REPLACED);
    expect(
      dialog.queryByRole('button', { name: 'Accept' }),
    ).not.toBeInTheDocument();
    expect(dialog.getByText(/6 of 23/)).toBeInTheDocument();

    await press(dialog, 'Review the newer one');
    expect(dialog.getByText(/9 of 23/)).toBeInTheDocument();
    expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
    await press(dialog, 'Accept');
    await waitFor(() =>
      expect(accept).toHaveBeenLastCalledWith(GORGIAS_REF, 'held-2'),
    );
  });

  it('that waits no more can only be closed', async () => {
    const backend = new FakeGorgias(held());
    show(backend);
    const dialog = await review();
    backend.change({ sync: syncState(), pendingTasks: [] });
    jest
      .spyOn(backend, 'discardHeldRun')
      .mockRejectedValueOnce(
        await responseError(409, 'ConflictError', REPLACED),
      );

    await press(dialog, 'Discard');

    expect(await dialog.findByRole('alert')).toHaveTextContent(REPLACED);
    expect(
      dialog.queryByRole('button', { name: 'Review the newer one' }),
    ).not.toBeInTheDocument();
    await press(dialog, 'Cancel');
    expect(screen.queryByText(/A sync was held/)).not.toBeInTheDocument();
  });

  it('can be decided again when that failed', async () => {
    const backend = new FakeGorgias(held());
    jest
      .spyOn(backend, 'acceptHeldRun')
      .mockRejectedValueOnce(new Error('The database is away'));
    show(backend);
    const dialog = await review();

    await press(dialog, 'Accept');

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(dialog.getByRole('button', { name: 'Accept' })).toBeEnabled();
  });
});
