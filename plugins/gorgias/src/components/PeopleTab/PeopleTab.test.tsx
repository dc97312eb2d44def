import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { endOfDay } from '../../dates';
import {
  gorgiasEntity,
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

const jane = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'jane.doe', namespace: 'default' },
  spec: { profile: { displayName: 'Jane Doe' }, memberOf: [] },
};

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
    ).toHaveAttribute('href', `${SYSTEM_PATH}/accounts?account=9`);
    expect(await row('Rajesh Iyer')).toHaveTextContent('1 day, 2 hours');
    expect(await row('Lena Fischer')).toHaveTextContent('Not found');
    const numbers = screen.getByRole('status', { name: 'In numbers' });
    expect(numbers).toHaveTextContent('Still have access1');
    expect(numbers).toHaveTextContent('Access removed1');
    expect(numbers).toHaveTextContent('Had no account1');
    expect(numbers).toHaveTextContent(
      'Time to remove it, in the middle1 day, 2 hours',
    );
    expect(numbers).toHaveTextContent(
      'Time to remove it, at worst1 day, 2 hours',
    );
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

  it('lets somebody say who has left, and take that back', async () => {
    const backend = new FakeGorgias();
    const put = jest.spyOn(backend, 'putOffboarding');
    const take = jest.spyOn(backend, 'deleteOffboarding');
    const { toasts } = renderPage({
      path: PATH,
      backend,
      entities: [gorgiasEntity, jane],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Say that somebody left' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Who has left?' }),
    );
    const save = dialog.getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await userEvent.type(
      dialog.getByRole('combobox', { name: 'Person' }),
      'Jane',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Jane Doe' }),
    );
    await userEvent.type(dialog.getByLabelText('Proof (text or a link)'), 'HR');
    await userEvent.type(dialog.getByLabelText('Left on (date)'), '2999-01-31');
    expect(dialog.getByText(/This day is yet to come/)).toBeInTheDocument();
    expect(save).toBeDisabled();
    await userEvent.clear(dialog.getByLabelText('Left on (date)'));
    await userEvent.type(dialog.getByLabelText('Left on (date)'), '2026-01-31');
    await userEvent.click(save);

    const left = await row('user:default/jane.doe');
    expect(left).toHaveTextContent('Said by an admin: HR');
    expect(put).toHaveBeenCalledWith('user:default/jane.doe', {
      offboardedAt: endOfDay('2026-01-31'),
      proof: 'HR',
      etag: 'staff-etag-0',
    });
    expect(toasts.post).toHaveBeenLastCalledWith(
      expect.objectContaining({
        title: 'user:default/jane.doe counts as having left',
        description: expect.anything(),
      }),
    );

    await userEvent.click(
      within(left).getByRole('button', { name: 'Has not left' }),
    );
    expect(take).not.toHaveBeenCalled();
    const doubt = within(
      await screen.findByRole('dialog', {
        name: 'Has user:default/jane.doe not left?',
      }),
    );
    await userEvent.click(doubt.getByRole('button', { name: 'Has not left' }));
    expect(await screen.findByText('Nobody has left yet.')).toBeInTheDocument();
    expect(take).toHaveBeenCalledWith('user:default/jane.doe', 'staff-etag-1');
  });

  it('says why somebody cannot be said to have left', async () => {
    const backend = new FakeGorgias();
    jest
      .spyOn(backend, 'getStaffMember')
      .mockRejectedValue(
        await responseError(404, 'NotFoundError', 'There is no such person.'),
      );
    renderPage({ path: PATH, backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Say that somebody left' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(
      dialog.getByRole('combobox', { name: 'Person' }),
      'user:default/x',
    );
    await userEvent.type(dialog.getByLabelText('Left on (date)'), '2026-01-31');
    await userEvent.type(dialog.getByLabelText('Proof (text or a link)'), 'HR');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'There is no such person.',
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
