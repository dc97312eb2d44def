import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { endOfDay } from '../../dates';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  accountRow,
  minutesAgo,
  NO_RIGHTS,
  rightsWithout,
  systemSummary,
  unidentifiedAccount,
} from '../../__testUtils__/fixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';

const PATH = `${SYSTEM_PATH}/accounts`;
const REF = 'resource:default/gorgias';

const row = async (name: string) =>
  within(
    (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest(
      '[role=row]',
    ) as HTMLElement,
  );

async function openFrontDesk(backend: FakeGorgias) {
  const { toasts } = renderPage({ path: PATH, backend });
  await userEvent.click((await row('Front Desk')).getByText(/^desk@/));
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Front Desk' }),
  );
  return { dialog, toasts };
}

const fill = async (
  dialog: Awaited<ReturnType<typeof openFrontDesk>>['dialog'],
  fields: Record<string, string>,
) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = dialog.getByLabelText(name, { selector: 'input' });
    await userEvent.clear(field);
    await userEvent.type(field, value);
  }
};

/** Presses "Undo" in the toast that was shown last. */
async function undo(toasts: ReturnType<typeof renderPage>['toasts']) {
  const toast = toasts.post.mock.lastCall![0] as { description: JSX.Element };
  // Where Backstage shows toasts: above dialogs, and not outside of them.
  render(<div data-react-aria-top-layer>{toast.description}</div>);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
}

describe('saying who an account is', () => {
  it('classifies it with an owner, and takes that back', async () => {
    const backend = new FakeGorgias();
    const put = jest.spyOn(backend, 'putIdentities');
    const { dialog, toasts } = await openFrontDesk(backend);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Say what this is' }),
    );
    await userEvent.click(
      dialog.getByRole('radio', { name: 'A service account' }),
    );
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await fill(dialog, {
      'Who answers for it': 'group:default/support',
      Purpose: 'The phone at the reception',
      'To be reviewed by (date)': '2031-01-31',
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(put).toHaveBeenCalledWith(REF, {
        accounts: [{ id: '8', etag: 'identity-1' }],
        assignment: {
          type: 'service-account',
          owner: 'group:default/support',
          purpose: 'The phone at the reception',
          reviewAt: endOfDay('2031-01-31'),
        },
      }),
    );
    const section = dialog.getByRole('region', { name: 'Who it is' });
    await waitFor(() => expect(section).toHaveTextContent('Service account'));
    expect(section).toHaveTextContent('Answered for bysupport');
    expect(section).toHaveTextContent('Said byivy.nakamura');

    expect(toasts.post).toHaveBeenLastCalledWith(
      expect.objectContaining({
        title: '1 account is now said to be: A service account',
      }),
    );
    await undo(toasts);
    await waitFor(() => expect(section).toHaveTextContent('Not identified'));
  });

  it('offers who it may be, and applies nothing by itself', async () => {
    const backend = new FakeGorgias();
    backend.suggestions = [
      {
        staffRef: 'user:default/frida.desmond',
        displayName: 'Frida Desmond',
        ground: 'The name is similar.',
      },
    ];
    const put = jest.spyOn(backend, 'putIdentities');
    const { dialog } = await openFrontDesk(backend);
    await userEvent.click(
      await dialog.findByRole('button', { name: 'This is Frida Desmond' }),
    );
    expect(dialog.getByRole('combobox', { name: 'Staff member' })).toHaveValue(
      'user:default/frida.desmond',
    );
    expect(put).not.toHaveBeenCalled();
    await fill(dialog, { 'How is that known': 'She told me.' });
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(put).toHaveBeenCalledWith(
        REF,
        expect.objectContaining({
          assignment: {
            type: 'staff-member',
            staffRef: 'user:default/frida.desmond',
            reason: 'She told me.',
          },
        }),
      ),
    );
  });

  it('never guesses between two candidates', async () => {
    const backend = new FakeGorgias();
    backend.accounts = [
      {
        ...unidentifiedAccount(),
        identity: {
          type: 'unidentified',
          ground: 'Two staff members have this address.',
          candidates: ['user:default/a', 'user:default/b'],
        },
      },
    ];
    const { dialog } = await openFrontDesk(backend);
    const candidates = within(dialog.getByRole('list', { name: 'Could be' }));
    expect(candidates.getAllByRole('listitem')).toHaveLength(2);
    await userEvent.click(
      candidates.getByRole('button', { name: 'This is user:default/b' }),
    );
    expect(dialog.getByRole('combobox', { name: 'Staff member' })).toHaveValue(
      'user:default/b',
    );
  });

  it('starts from what was said, and goes back to automatic', async () => {
    const backend = new FakeGorgias();
    backend.accounts = [
      accountRow({
        name: 'Front Desk',
        email: 'desk@acme.example',
        identity: {
          type: 'external',
          owner: 'group:default/support',
          purpose: 'Audit',
          reviewAt: minutesAgo(-60),
          ground: 'Ivy said so.',
        },
        assigned: {
          assignment: {
            type: 'external',
            owner: 'group:default/support',
            purpose: 'Audit',
            reviewAt: minutesAgo(-60),
          },
          assignedBy: 'user:default/ivy.nakamura',
          assignedAt: minutesAgo(60),
        },
      }),
    ];
    const put = jest.spyOn(backend, 'putIdentities');
    const { dialog } = await openFrontDesk(backend);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Say what this is' }),
    );
    expect(
      dialog.getByRole('radio', { name: "An external's account" }),
    ).toBeChecked();
    expect(dialog.getByLabelText('Purpose')).toHaveValue('Audit');
    await userEvent.click(
      dialog.getByRole('radio', { name: 'Whoever the e-mail address says' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(put).toHaveBeenCalledWith(
        REF,
        expect.objectContaining({ assignment: { type: 'automatic' } }),
      ),
    );
  });

  it('shows a conflict, and what is so now, before it is tried again', async () => {
    const backend = new FakeGorgias();
    const put = jest
      .spyOn(backend, 'putIdentities')
      .mockRejectedValueOnce(
        await responseError(409, 'ConflictError', 'Account 8 was changed.'),
      );
    const { dialog } = await openFrontDesk(backend);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Say what this is' }),
    );
    await userEvent.click(
      dialog.getByRole('radio', { name: 'A staff member' }),
    );
    await fill(dialog, {
      'Staff member': 'user:default/a',
      'How is that known': 'Asked.',
    });
    backend.accounts = [
      { ...unidentifiedAccount(), identityEtag: 'identity-2' },
    ];
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Account 8 was changed.',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(put).toHaveBeenLastCalledWith(
        REF,
        expect.objectContaining({
          accounts: [{ id: '8', etag: 'identity-2' }],
        }),
      ),
    );
  });

  it('is not offered to those who may not', async () => {
    const backend = new FakeGorgias(systemSummary(rightsWithout('classify')));
    const { dialog } = await openFrontDesk(backend);
    expect(dialog.getByText('Who it is')).toBeInTheDocument();
    expect(
      dialog.queryByRole('button', { name: 'Say what this is' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});

describe('saying what several accounts are', () => {
  it('is one change, with one undo', async () => {
    const backend = new FakeGorgias();
    const put = jest.spyOn(backend, 'putIdentities');
    const undoChange = jest.spyOn(backend, 'undoIdentityChange');
    const { toasts } = renderPage({ path: PATH, backend });
    await userEvent.click((await row('Sam Rivers')).getByRole('checkbox'));
    await userEvent.click((await row('Front Desk')).getByRole('checkbox'));
    expect(screen.getByText('2 accounts selected')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Say what these are' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'What are these 2 accounts?',
      }),
    );
    await userEvent.click(
      dialog.getByRole('radio', { name: "An external's account" }),
    );
    await fill(dialog, {
      'Who answers for it': 'user:default/maya.ortiz',
      Purpose: 'Christmas help',
      'To be reviewed by (date)': '2031-01-31',
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(put).toHaveBeenCalledWith(
        REF,
        expect.objectContaining({
          accounts: [
            { id: '7', etag: 'identity-1' },
            { id: '8', etag: 'identity-1' },
          ],
        }),
      ),
    );
    await waitFor(() =>
      expect(screen.getAllByText('Christmas help')).toHaveLength(2),
    );
    await undo(toasts);
    await waitFor(() =>
      expect(screen.queryByText('Christmas help')).not.toBeInTheDocument(),
    );
    expect(undoChange).toHaveBeenCalledTimes(1);
  });
});

describe('somebody who may not see the accounts of others', () => {
  it('sees the own account, and is told that it is the own one', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(
        systemSummary({ ...NO_RIGHTS, ownAccounts: [accountRow()] }),
      ),
    });
    const own = await row('Sam Rivers');
    expect(
      screen.getByText(/You see only your own accounts/),
    ).toBeInTheDocument();
    expect(screen.queryByText('desk@acme.example')).not.toBeInTheDocument();

    await userEvent.click(own.getByText('sam.rivers@acme.example'));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Sam Rivers' }),
    );
    expect(
      dialog.queryByRole('region', { name: 'History' }),
    ).not.toBeInTheDocument();
  });

  it('is told when there is none', async () => {
    renderPage({
      path: PATH,
      backend: new FakeGorgias(systemSummary(NO_RIGHTS)),
    });
    expect(
      await screen.findByText('No account of this system is yours.'),
    ).toBeInTheDocument();
  });
});
