import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import {
  aHead,
  anOverview,
  SIGNING,
} from '../../__testUtils__/evidenceFixtures';
import { FakeGorgias } from '../../__testUtils__/FakeGorgias';
import { renderPage, SYSTEM_PATH } from '../../__testUtils__/renderPage';
import { saveFile } from '../../saveFile';

jest.mock('../../saveFile', () => ({ saveFile: jest.fn() }));

const press = (where: HTMLElement, name: string) =>
  userEvent.click(within(where).getByRole('button', { name }));

async function open(prepare: (backend: FakeGorgias) => void = () => {}) {
  const backend = new FakeGorgias();
  backend.evidence = anOverview({ head: aHead() });
  backend.evidenceKeys = SIGNING;
  prepare(backend);
  const exportEvidence = jest.spyOn(backend, 'exportEvidence');
  const { toasts } = renderPage({ path: `${SYSTEM_PATH}/evidence`, backend });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Export evidence' }),
  );
  const dialog = await screen.findByRole('dialog');
  return { backend, exportEvidence, toasts, dialog };
}

const enter = async (dialog: HTMLElement, label: string, value: string) => {
  const field = within(dialog).getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, value);
};

beforeEach(() => jest.mocked(saveFile).mockClear());

describe('the export of evidence', () => {
  it('saves the zip of the period, and shows that it was made', async () => {
    const { dialog, exportEvidence, toasts } = await open();
    expect(dialog).toHaveTextContent(/Who had access at the end of the period/);
    expect(dialog).toHaveTextContent(
      'npx --package backstage-plugin-gorgias-evidence gorgias-verify-evidence bundle.zip --public-key key.pem',
    );
    expect(dialog).not.toHaveTextContent(/Nothing is signed/);
    await enter(dialog, 'From', '2026-01-01');
    await enter(dialog, 'To', '2026-03-31');
    await press(dialog, 'Export');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(exportEvidence).toHaveBeenCalledWith('resource:default/gorgias', {
      from: new Date('2026-01-01T00:00').toISOString(),
      to: new Date('2026-03-31T23:59:59.999').toISOString(),
    });
    const name = 'gorgias-evidence-gorgias-2026-01-01-2026-03-31.zip';
    expect(saveFile).toHaveBeenCalledWith(
      name,
      expect.any(Blob),
      'application/zip',
    );
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({ title: `Saved as ${name}` }),
    );
    const exports = screen.getByRole('region', {
      name: 'What evidence there is',
    });
    expect(
      await within(exports).findByText('Jan 1, 2026 to Mar 31, 2026'),
    ).toBeInTheDocument();
  });

  it('offers the usual periods', async () => {
    const { dialog } = await open();
    await press(dialog, 'Last month');
    const month = DateTime.now().minus({ months: 1 });
    expect(within(dialog).getByLabelText('From')).toHaveValue(
      month.startOf('month').toISODate(),
    );
    expect(within(dialog).getByLabelText('To')).toHaveValue(
      month.endOf('month').toISODate(),
    );
  });

  it('says of what time it can tell nothing', async () => {
    const { dialog } = await open(backend => {
      backend.evidence = anOverview({
        head: aHead(),
        knownSince: '2026-02-01T12:00:00.000Z',
      });
    });
    await enter(dialog, 'From', '2026-01-01');
    await enter(dialog, 'To', '2026-03-31');
    expect(dialog).toHaveTextContent(
      /began to tell who has access on Feb 1, 2026/,
    );
    await enter(dialog, 'From', '2026-02-02');
    expect(dialog).not.toHaveTextContent(/began to tell/);
  });

  it('needs a period', async () => {
    const { dialog } = await open();
    await enter(dialog, 'From', '2026-04-01');
    await enter(dialog, 'To', '2026-03-31');
    expect(
      within(dialog).getByRole('button', { name: 'Export' }),
    ).toBeDisabled();
    expect(dialog).toHaveTextContent(/Enter a beginning and an end/);
  });

  it('saves the public key', async () => {
    const { dialog } = await open();
    await press(dialog, 'Save the public key evidence-2026');
    expect(saveFile).toHaveBeenCalledWith(
      'evidence-2026.pem',
      SIGNING.keys[0].publicKey,
      'application/x-pem-file',
    );
  });

  it('warns that nothing is signed', async () => {
    const { dialog } = await open(backend => {
      backend.evidenceKeys = { current: null, keys: [] };
    });
    expect(dialog).toHaveTextContent(
      'Nothing is signed, since no key is configured.',
    );
    expect(
      within(dialog).queryByRole('button', { name: /public key/ }),
    ).not.toBeInTheDocument();
  });

  it('shows that the zip is being made', async () => {
    const { dialog, exportEvidence } = await open();
    let answer: (zip: Blob) => void = () => {};
    exportEvidence.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    await press(dialog, 'Export');
    expect(
      within(dialog).getByRole('progressbar', { name: /can take minutes/ }),
    ).toBeInTheDocument();
    await act(async () => answer(new Blob()));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('stays when it fails, and says what can be done', async () => {
    const { dialog, exportEvidence } = await open();
    exportEvidence.mockRejectedValueOnce(new Error('The database is away'));
    await press(dialog, 'Export');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(dialog).toHaveTextContent(/choose a shorter period/);
    expect(saveFile).not.toHaveBeenCalled();
    await press(dialog, 'Export');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(saveFile).toHaveBeenCalledTimes(1);
  });
});
