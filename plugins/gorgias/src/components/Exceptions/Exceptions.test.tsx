import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { endOfDay } from '../../dates';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import {
  accountRow,
  minutesAgo,
  rightsWithout,
  systemSummary,
  unidentifiedAccount,
  verdict,
} from '../../__testUtils__/fixtures';
import { exception } from '../../__testUtils__/peopleFixtures';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';

const REF = 'resource:default/gorgias';
const IVY = 'user:default/ivy.nakamura';

async function openAccount(backend: FakeGorgias, name: string) {
  const { toasts } = renderPage({ path: `${SYSTEM_PATH}/accounts`, backend });
  await userEvent.click((await screen.findAllByText(/@acme.example/))[0]);
  const dialog = within(await screen.findByRole('dialog', { name }));
  const identified = () =>
    within(dialog.getByRole('region', { name: 'User should be identified' }));
  return { dialog, identified, toasts };
}

function frontDesk() {
  const backend = new FakeGorgias();
  backend.accounts = [unidentifiedAccount()];
  return backend;
}

describe('asking for an exception', () => {
  it('needs a reason and an end', async () => {
    const backend = frontDesk();
    const ask = jest.spyOn(backend, 'requestException');
    const { identified } = await openAccount(backend, 'Front Desk');
    await userEvent.click(
      await identified().findByRole('button', { name: 'Ask for an exception' }),
    );
    const form = within(
      identified().getByRole('group', { name: /^Ask for an exception/ }),
    );
    const send = form.getByRole('button', { name: 'Ask for an exception' });
    expect(send).toBeDisabled();
    await userEvent.type(form.getByLabelText('Reason'), 'A shared phone.');
    await userEvent.type(
      form.getByLabelText('Link or reference (optional)'),
      'IT-42',
    );
    await userEvent.type(form.getByLabelText('Until (date)'), '2031-01-31');
    await userEvent.click(send);

    await waitFor(() =>
      expect(ask).toHaveBeenCalledWith(REF, {
        accountId: '8',
        checkId: 'user-identified',
        reason: 'A shared phone.',
        reference: 'IT-42',
        until: endOfDay('2031-01-31'),
      }),
    );
    expect(
      await identified().findByText(/it waits for a decision/),
    ).toHaveTextContent('asked for by ivy.nakamura');
    expect(
      identified().queryByRole('button', { name: 'Ask for an exception' }),
    ).not.toBeInTheDocument();
  });

  it('says why it was not taken, and keeps what was entered', async () => {
    const backend = frontDesk();
    jest
      .spyOn(backend, 'requestException')
      .mockRejectedValue(
        await responseError(400, 'InputError', 'until: is too far ahead'),
      );
    const { identified } = await openAccount(backend, 'Front Desk');
    await userEvent.click(
      await identified().findByRole('button', { name: 'Ask for an exception' }),
    );
    const form = within(
      identified().getByRole('group', { name: /^Ask for an exception/ }),
    );
    await userEvent.type(form.getByLabelText('Reason'), 'A shared phone.');
    await userEvent.type(form.getByLabelText('Until (date)'), '2099-01-31');
    await userEvent.click(
      form.getByRole('button', { name: 'Ask for an exception' }),
    );
    expect(await form.findByRole('alert')).toHaveTextContent(
      'until: is too far ahead',
    );
    expect(form.getByLabelText('Reason')).toHaveValue('A shared phone.');
  });

  it('is not offered for what passes, nor to those who may not ask', async () => {
    const backend = frontDesk();
    backend.change(rightsWithout('request-exception'));
    const { dialog } = await openAccount(backend, 'Front Desk');
    await dialog.findByRole('region', { name: 'History' });
    expect(
      dialog.queryByRole('button', { name: 'Ask for an exception' }),
    ).not.toBeInTheDocument();
  });

  it('has an end, and somebody who approved it', async () => {
    const backend = new FakeGorgias();
    backend.accounts = [
      accountRow({
        verdicts: [
          verdict('user-identified', {
            status: 'exempt',
            exceptionId: 'exception-1',
          }),
        ],
      }),
    ];
    backend.exceptions = [
      exception({
        accountId: '7',
        status: 'approved',
        decidedBy: IVY,
        until: '2031-01-31T12:00:00.000Z',
      }),
    ];
    const { identified } = await openAccount(backend, 'Sam Rivers');
    expect(await identified().findByText(/Exempt until/)).toHaveTextContent(
      'Exempt until Jan 31, 2031, approved by ivy.nakamura: The reception shares it until the new desk opens. · IT-42',
    );
  });
});

describe('deciding about exceptions', () => {
  async function openSection(backend: FakeGorgias) {
    const { toasts } = renderPage({ path: `${SYSTEM_PATH}/manage`, backend });
    const waiting = within(
      await screen.findByRole('region', { name: 'Waiting for a decision' }),
    );
    const decided = within(screen.getByRole('region', { name: 'Decided' }));
    return { waiting, decided, toasts };
  }

  const dialogOf = async (name: string) =>
    within(await screen.findByRole('dialog', { name }));

  it('approves what was asked for', async () => {
    const backend = new FakeGorgias();
    backend.exceptions = [exception()];
    const approve = jest.spyOn(backend, 'approveException');
    const { waiting, decided } = await openSection(backend);
    expect(
      await waiting.findByRole('link', { name: /Account 8/ }),
    ).toHaveAttribute('href', `${SYSTEM_PATH}/accounts?account=8`);
    await userEvent.click(waiting.getByRole('button', { name: 'Approve' }));
    const dialog = await dialogOf('Approve this exception?');
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));

    expect(
      await waiting.findByText('No exception waits for a decision.'),
    ).toBeInTheDocument();
    expect(approve).toHaveBeenCalledWith(
      REF,
      expect.objectContaining({ id: 'exception-1', etag: 'exception-etag-1' }),
    );
    expect(
      await decided.findByRole('button', { name: 'Withdraw' }),
    ).toBeInTheDocument();
  });

  it('shows that the two-person rule is in the way', async () => {
    const backend = new FakeGorgias();
    backend.exceptions = [exception()];
    jest
      .spyOn(backend, 'approveException')
      .mockRejectedValue(
        await responseError(
          403,
          'NotAllowedError',
          'You asked for this exception yourself, so somebody else has to approve it',
        ),
      );
    const { waiting } = await openSection(backend);
    await userEvent.click(
      await waiting.findByRole('button', { name: 'Approve' }),
    );
    const dialog = await dialogOf('Approve this exception?');
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'somebody else has to approve it',
    );
  });

  it('reads again after a conflict', async () => {
    const backend = new FakeGorgias();
    backend.exceptions = [exception()];
    const approve = jest
      .spyOn(backend, 'approveException')
      .mockRejectedValueOnce(
        await responseError(409, 'ConflictError', 'Somebody was faster.'),
      );
    const { waiting } = await openSection(backend);
    await userEvent.click(
      await waiting.findByRole('button', { name: 'Approve' }),
    );
    backend.exceptions = [exception({ etag: 'exception-etag-2' })];
    const dialog = await dialogOf('Approve this exception?');
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Somebody was faster.',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(approve).toHaveBeenLastCalledWith(
        REF,
        expect.objectContaining({ etag: 'exception-etag-2' }),
      ),
    );
  });

  it('refuses with a reason', async () => {
    const backend = new FakeGorgias();
    backend.exceptions = [exception()];
    const { waiting, decided } = await openSection(backend);
    await userEvent.click(
      await waiting.findByRole('button', { name: 'Refuse' }),
    );
    const dialog = await dialogOf('Refuse this exception?');
    const refuse = dialog.getByRole('button', { name: 'Refuse' });
    expect(refuse).toBeDisabled();
    await userEvent.type(dialog.getByLabelText('Reason'), 'Name the person.');
    await userEvent.click(refuse);
    await waiting.findByText('No exception waits for a decision.');

    await userEvent.click(decided.getByRole('button', { name: /Status/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Refused' }),
    );
    expect(await decided.findByText(/Name the person/)).toBeInTheDocument();
  });

  it('extends by asking again', async () => {
    const backend = new FakeGorgias();
    backend.exceptions = [exception({ status: 'approved', decidedBy: IVY })];
    const extend = jest.spyOn(backend, 'extendException');
    const { waiting, decided } = await openSection(backend);
    await userEvent.click(
      await decided.findByRole('button', { name: 'Extend' }),
    );
    const dialog = await dialogOf('Extend this exception?');
    await userEvent.type(dialog.getByLabelText('Reason'), 'Still shared.');
    await userEvent.type(dialog.getByLabelText('Until (date)'), '2031-01-31');
    await userEvent.click(dialog.getByRole('button', { name: 'Extend' }));
    expect(await waiting.findByText('Still shared.')).toBeInTheDocument();
    expect(extend.mock.lastCall![2]).toEqual({
      reason: 'Still shared.',
      until: endOfDay('2031-01-31'),
    });
  });

  it('says why one is over, and that it had no second person', async () => {
    const backend = new FakeGorgias();
    backend.exceptions = [
      exception({
        status: 'lapsed',
        decidedBy: IVY,
        decidedAt: minutesAgo(60),
        lapsedAt: minutesAgo(5),
        lapsedBecause: 'The Gorgias role has grown.',
        twoPersonRule: false,
      }),
    ];
    const { decided } = await openSection(backend);
    await userEvent.click(decided.getByRole('button', { name: /Status/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Lapsed' }),
    );
    expect(
      await decided.findByText(/The Gorgias role has grown/),
    ).toHaveTextContent('approved without a second person');
    expect(
      decided.queryByRole('button', { name: 'Extend' }),
    ).not.toBeInTheDocument();
  });

  it('is shown without buttons to those who may not', async () => {
    const backend = new FakeGorgias(
      systemSummary(rightsWithout('approve-exception', 'request-exception')),
    );
    backend.exceptions = [exception()];
    const { waiting } = await openSection(backend);
    await waiting.findByText(/The reception shares it/);
    expect(
      waiting.queryByRole('button', { name: /Approve|Refuse|Withdraw/ }),
    ).not.toBeInTheDocument();
  });
});
