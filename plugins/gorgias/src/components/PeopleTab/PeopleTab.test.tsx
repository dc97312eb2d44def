import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  minutesAgo,
  NO_RIGHTS,
  rightsWithout,
  systemSummary,
} from '../../__testUtils__/fixtures';
import { offboardedPerson } from '../../__testUtils__/peopleFixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';

const PATH = `${SYSTEM_PATH}/people`;
const HOUR = 60 * 60;

const row = async (name: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest(
    '[role=row]',
  ) as HTMLElement;

function backendWithLeavers(overrides = {}) {
  const backend = new FakeGorgias(systemSummary(overrides));
  backend.people = [
    offboardedPerson({ usedAfterLeaving: true }),
    offboardedPerson({
      staffRef: 'user:default/rajesh.iyer',
      displayName: 'Rajesh Iyer',
      offboardedGround: 'vanished',
      status: 'revoked',
      removedAt: minutesAgo(60),
      tookSeconds: 26 * HOUR,
    }),
    offboardedPerson({
      staffRef: 'user:default/lena.fischer',
      displayName: 'Lena Fischer',
      status: 'not-found',
      accounts: [],
    }),
  ];
  return backend;
}

describe('PeopleTab', () => {
  it('shows what became of the access of each, and how long it took', async () => {
    renderPage({ path: PATH, backend: backendWithLeavers() });

    const tomasz = await row('Tomasz Kowalski');
    expect(tomasz).toHaveTextContent('Active');
    expect(tomasz).toHaveTextContent('Used after leaving');
    expect(tomasz).toHaveTextContent('Marked in the catalog');
    expect(
      within(tomasz).getByRole('link', {
        name: 'Tomasz Kowalski (Lead, Active)',
      }),
    ).toHaveAttribute('href', `${SYSTEM_PATH}/accounts?search=9`);
    expect(await row('Rajesh Iyer')).toHaveTextContent('1 day, 2 hours');
    expect(await row('Lena Fischer')).toHaveTextContent('Not found');
    expect(
      screen.getByText('1 active, 1 revoked, 1 not found'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/1 day, 2 hours in the middle, 1 day, 2 hours at worst/),
    ).toBeInTheDocument();
  });

  it('filters by status and search, in the address', async () => {
    const backend = backendWithLeavers();
    const list = jest.spyOn(backend, 'listOffboarded');
    renderPage({ path: `${PATH}?status=revoked`, backend });
    await row('Rajesh Iyer');
    expect(screen.queryByText('Lena Fischer')).not.toBeInTheDocument();

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search people' }),
      'nobody',
    );
    expect(
      await screen.findByText('Nobody matches the filters.'),
    ).toBeInTheDocument();
    expect(list).toHaveBeenLastCalledWith(
      'resource:default/gorgias',
      expect.objectContaining({ status: 'revoked', search: 'nobody' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await row('Lena Fischer');
  });

  it('goes from page to page', async () => {
    const backend = new FakeGorgias();
    backend.people = Array.from({ length: 30 }, (_, i) =>
      offboardedPerson({
        staffRef: `user:default/p${i}`,
        displayName: `Person ${i}.`,
      }),
    );
    renderPage({ path: PATH, backend });
    await row('Person 0\\.');
    expect(screen.getByText('30 in all')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await row('Person 25\\.');
  });

  it('lets somebody vouch that access was removed, and take that back', async () => {
    const backend = backendWithLeavers();
    const put = jest.spyOn(backend, 'putRevocation');
    const take = jest.spyOn(backend, 'deleteRevocation');
    renderPage({ path: PATH, backend });
    await userEvent.click(
      within(await row('Tomasz Kowalski')).getByRole('button', {
        name: 'Access was removed',
      }),
    );
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'Was the access of Tomasz Kowalski removed?',
      }),
    );
    const save = dialog.getByRole('button', { name: 'Access was removed' });
    expect(save).toBeDisabled();
    await userEvent.type(
      dialog.getByLabelText('Proof (text or a link)'),
      'See IT-9',
    );
    await userEvent.click(save);

    await waitFor(async () =>
      expect(await row('Tomasz Kowalski')).toHaveTextContent(
        'Said to be removed by ivy.nakamura, just now: See IT-9',
      ),
    );
    expect(put).toHaveBeenCalledWith(
      'resource:default/gorgias',
      'user:default/tomasz.kowalski',
      { proof: 'See IT-9', etag: 'person-etag-1' },
    );

    await userEvent.click(
      within(await row('Tomasz Kowalski')).getByRole('button', {
        name: 'Undo',
      }),
    );
    await waitFor(async () =>
      expect(await row('Tomasz Kowalski')).not.toHaveTextContent('See IT-9'),
    );
    expect(take).toHaveBeenCalledWith(
      'resource:default/gorgias',
      'user:default/tomasz.kowalski',
      'person-etag-1+',
    );
  });

  it('shows a conflict', async () => {
    const backend = backendWithLeavers();
    jest
      .spyOn(backend, 'putRevocation')
      .mockRejectedValue(
        await responseError(409, 'ConflictError', 'Somebody was faster.'),
      );
    renderPage({ path: PATH, backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Access was removed' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/Proof/), 'See IT-9');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Access was removed' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Somebody was faster.',
    );
  });

  it('has no buttons for those who may not say so', async () => {
    renderPage({
      path: PATH,
      backend: backendWithLeavers(rightsWithout('classify')),
    });
    expect(
      within(await row('Tomasz Kowalski')).queryByRole('button'),
    ).not.toBeInTheDocument();
  });

  it('says what is needed to see it', async () => {
    const backend = backendWithLeavers(NO_RIGHTS);
    const list = jest.spyOn(backend, 'listOffboarded');
    renderPage({ path: PATH, backend });
    expect(
      await screen.findByText(/needs the permission gorgias.account.read/),
    ).toBeInTheDocument();
    expect(list).not.toHaveBeenCalled();
  });

  it('says that nobody has left', async () => {
    renderPage({ path: PATH, backend: new FakeGorgias() });
    expect(await screen.findByText('Nobody has left yet.')).toBeInTheDocument();
  });
});
